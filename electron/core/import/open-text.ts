import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { promisify } from "node:util";
import { open as openZipFile, type Entry, type Options, type ZipFile } from "yauzl";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** The text of a file, or of the file in a support bundle that holds the exchanges. Throws where it is not UTF-8. */
export type OpenedText = {
  /** What it was found in, in words, for people. */
  readonly what: string;
  readonly pieces: () => AsyncIterable<string>;
};

/** Codes: `import.cannot-read`, `import.too-large`, `import.bad-zip`. */
export async function openText(path: string): Promise<Result<OpenedText>> {
  try {
    const file = await open(path, "r");
    const { size } = await file.stat();
    const start = Buffer.alloc(4);
    await file.read(start, 0, 4, 0);
    await file.close();
    if (size > IMPORT_LIMITS.fileBytes) return tooLarge("The file");
    if (start.toString("latin1") === "PK\u0003\u0004") return await openInZip(path);
    return success({ what: "a file", pieces: () => decoded(createReadStream(path)) });
  } catch (error) {
    return failure("import.cannot-read", `The file cannot be read, because ${describeSystemError(error)}.`);
  }
}

/** The record itself before what was made of it. */
const WANTED = [/\.ndjson$/i, /\.json$/i, /\.har$/i];
const openZip = promisify<string, Options, ZipFile>(openZipFile);

async function openInZip(path: string): Promise<Result<OpenedText>> {
  let zip: ZipFile | null = null;
  try {
    // Names that lead out of the zip, and sizes that are not as said, are errors to the library.
    zip = await openZip(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
    const entries = await entriesOf(zip);
    const chosen = WANTED.flatMap((pattern) => entries.filter(({ fileName }) => pattern.test(fileName)))[0];
    if (chosen === undefined) return badZip("it holds no NDJSON, JSON or HAR file");
    if (chosen.isEncrypted()) return badZip("it is encrypted");
    const { compressedSize, uncompressedSize, fileName } = chosen;
    const isBomb = uncompressedSize > compressedSize * IMPORT_LIMITS.ratio;
    if (isBomb || uncompressedSize > IMPORT_LIMITS.unpackedBytes) return tooLarge(`"${fileName}" in the zip`);
    return success({ what: `"${fileName}" in a zip`, pieces: () => unpacked(path, fileName) });
  } catch (error) {
    return badZip(error instanceof Error ? error.message.replace(/\.$/, "") : String(error));
  } finally {
    zip?.close();
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > IMPORT_LIMITS.zipEntries)
    throw new Error(`it holds more than ${IMPORT_LIMITS.zipEntries} files`);
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function* unpacked(path: string, fileName: string): AsyncGenerator<string> {
  const zip = await openZip(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
  try {
    const entry = (await entriesOf(zip)).find((candidate) => candidate.fileName === fileName);
    if (entry === undefined) throw new Error("The zip changed while it was read.");
    const read = promisify(zip.openReadStream.bind(zip) as OpenEntry);
    yield* decoded(await read(entry));
  } finally {
    zip.close();
  }
}

type OpenEntry = (
  entry: Entry,
  use: (error: Error | null, stream: AsyncIterable<Uint8Array>) => void,
) => void;

/** Of a zip, the sizes that it says are not believed: what comes out is counted. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let count = 0;
  for await (const piece of bytes) {
    count += piece.byteLength;
    if (count > IMPORT_LIMITS.unpackedBytes) throw new RangeError("It unpacks to more than is allowed.");
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

function tooLarge(what: string): Result<never> {
  return failure(
    "import.too-large",
    `${what} is too large to be imported. Export fewer exchanges, and import those.`,
  );
}

function badZip(reason: string): Result<never> {
  return failure("import.bad-zip", `The zip cannot be imported, because ${reason}.`);
}
