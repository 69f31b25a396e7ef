import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { fromBuffer, type Entry, type Options, type ZipFile } from "yauzl";

const open = promisify<Buffer, Options, ZipFile>(fromBuffer);

/** The files of a zip by their names, read by a library that has nothing to do with the one that wrote it. */
export async function readZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await open(bytes, { lazyEntries: true });
  const openEntry = promisify(zip.openReadStream.bind(zip) as (entry: Entry, use: EntryCallback) => void);
  const files = new Map<string, Buffer>();
  for (let index = 0; index < zip.entryCount; index += 1) {
    zip.readEntry();
    const [entry] = (await once(zip, "entry")) as [Entry];
    files.set(entry.fileName, await buffer(await openEntry(entry)));
  }
  return files;
}

type EntryCallback = (error: Error | null, stream: NodeJS.ReadableStream) => void;
