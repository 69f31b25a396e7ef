import { MAXIMUM_IMPORT_BYTES } from "../../../../shared/catalog-import/decode.ts";

/** What is to be read: a text that was pasted, or a file with its bytes as they are, since its encoding is not known yet. */
export type ImportSource = {
  readonly input: string | Uint8Array;
  /** null for what was pasted or made of the history. */
  readonly fileName: string | null;
  /** What it is called where its text is nothing to read, such as the markup of a table. */
  readonly label?: string;
};

export const NOTHING: ImportSource = { input: "", fileName: null };

export function isNothing({ input }: ImportSource): boolean {
  return input.length === 0;
}

/** The bytes of a file; a sentence instead where it is too large or cannot be read. */
export async function readFile(file: File): Promise<ImportSource | string> {
  if (file.size > MAXIMUM_IMPORT_BYTES) {
    return `${file.name} has ${Math.ceil(file.size / 1024 / 1024)} MiB. Up to 64 MiB are read; divide it into parts.`;
  }
  try {
    return { input: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
  } catch {
    return `${file.name} could not be read. Check that it is still there and that you may read it.`;
  }
}

/** The name of a file without its endings, for a catalog that does not say its own. */
export function catalogNameOf(fileName: string | null): string | undefined {
  const name = fileName?.replace(/(?:\.catalog)?\.[^.]+$/u, "").trim();
  return name === undefined || name === "" ? undefined : name;
}
