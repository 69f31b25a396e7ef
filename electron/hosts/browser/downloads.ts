import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileChunks, SaveFile } from "../../core/ports.ts";

/** A download that the window did not fetch by then is dropped, and what it would read from is let go. */
const UNFETCHED_MS = 60_000;

type WaitingDownload = {
  readonly name: string;
  readonly mimeType: string;
  readonly chunks: ChunkIterator;
  readonly expiry: NodeJS.Timeout;
};

type ChunkIterator = Iterator<string | Uint8Array> | AsyncIterator<string | Uint8Array>;

export type Downloads = {
  readonly saveFile: SaveFile;
  /** Streams a waiting download, once. Answers false if there is none of that id. */
  send(id: string, response: ServerResponse): Promise<boolean>;
  closeAll(): void;
};

/** The way of a file from core to the browser's downloads: an address that works once. */
export function createDownloads(unfetchedMs = UNFETCHED_MS): Downloads {
  const waiting = new Map<string, WaitingDownload>();

  function take(id: string): WaitingDownload | undefined {
    const download = waiting.get(id);
    waiting.delete(id);
    clearTimeout(download?.expiry);
    return download;
  }
  const drop = (id: string) => void take(id)?.chunks.return?.();

  return {
    async saveFile(suggestedName, mimeType, chunks) {
      const id = randomBytes(16).toString("base64url");
      const expiry = setTimeout(() => drop(id), unfetchedMs).unref();
      waiting.set(id, { name: suggestedName, mimeType, chunks: iteratorOf(chunks), expiry });
      return { kind: "download", url: `/download/${id}` };
    },
    async send(id, response) {
      const download = take(id);
      if (download === undefined) return false;
      response.writeHead(200, {
        "Content-Type": download.mimeType,
        "Content-Disposition": contentDisposition(download.name),
      });
      await stream(download.chunks, response);
      return true;
    },
    closeAll() {
      for (const id of waiting.keys()) drop(id);
    },
  };
}

function iteratorOf(chunks: FileChunks): ChunkIterator {
  return Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
}

async function stream(chunks: ChunkIterator, response: ServerResponse): Promise<void> {
  try {
    await pipeline(Readable.from(encoded(chunks), { objectMode: false }), response);
  } catch (error) {
    // A window that goes away half way is no defect, nor is an export that was cancelled; a source that fails is one.
    if (error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE") return;
    if (error instanceof Error && error.name === "AbortError") return;
    throw error;
  }
}

async function* encoded(chunks: ChunkIterator): AsyncGenerator<Uint8Array> {
  try {
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      yield typeof next.value === "string" ? Buffer.from(next.value) : next.value;
    }
  } finally {
    // A window that goes away half way must not keep a database statement open.
    await chunks.return?.();
  }
}

/** RFC 6266: a plain name for old clients, the real one percent-encoded. */
export function contentDisposition(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
