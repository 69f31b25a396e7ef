import { createHash, type Hash } from "node:crypto";
import { Readable, type PassThrough } from "node:stream";
import yazl from "yazl";
import type { TextFormat } from "../../../shared/export/formats.ts";

/** A file of the support bundle, made while the bundle is written. */
export type BundleFile = { readonly name: string; readonly chunks: () => AsyncIterable<string> };

/** What is known of a file once it was written. */
export type WrittenFile = { readonly name: string; readonly sha256: string; readonly bytes: number };

export const BUNDLE_FORMATS = ["html", "har", "ndjson"] as const satisfies readonly TextFormat[];

export type BundleInput = {
  readonly folder: string;
  readonly madeAt: Date;
  readonly files: readonly BundleFile[];
  /** The text that explains the others, made when those are written. */
  readonly readme: (written: readonly WrittenFile[]) => string;
};

/**
 * The support bundle as a zip: the files one after the other, then README.txt, then SHA256SUMS, which `sha256sum -c` reads. Nothing
 * of it is held in memory or written to disk on the way.
 */
export async function* zipBundle({ folder, madeAt, files, readme }: BundleInput): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as PassThrough;
  const written: WrittenFile[] = [];
  let current: Readable | null = null;
  const add = ({ name, chunks }: BundleFile) =>
    zip.addReadStreamLazy(`${folder}/${name}`, { mtime: madeAt, mode: 0o600 }, (use) => {
      current = Readable.from(tapped(name, chunks(), written), { objectMode: false });
      use(null, current);
    });
  for (const file of files) add(file);
  add({ name: "README.txt", chunks: () => once(readme([...written])) });
  add({ name: "SHA256SUMS", chunks: () => once(checksums(written)) });
  zip.on("error", (error: Error) => output.destroy(error));
  // Told to whoever takes the zip; when that is over, what still fails is told to nobody.
  output.on("error", () => {});
  zip.end();
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    // Whoever takes no more of the zip wants no more of the file either.
    (current as Readable | null)?.destroy();
    output.destroy();
  }
}

async function* tapped(
  name: string,
  chunks: AsyncIterable<string>,
  written: WrittenFile[],
): AsyncGenerator<Uint8Array> {
  const hash: Hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of chunks) {
    const encoded = Buffer.from(chunk);
    hash.update(encoded);
    bytes += encoded.byteLength;
    yield encoded;
  }
  written.push({ name, sha256: hash.digest("hex"), bytes });
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function checksums(written: readonly WrittenFile[]): string {
  return written.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}
