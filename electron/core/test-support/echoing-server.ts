import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { startHttpServer, type TestServer } from "../transport/test-support/servers.ts";
import { findSecrets, writtenForms, type PlantedSecrets } from "./find-secrets.ts";

type Answer = (response: ServerResponse, forms: readonly Buffer[]) => void;

/** How it answers, asked for by a text `act:NAME` in what is sent; without one, as `accepted`. */
export const ACTS = {
  accepted: (response, forms) =>
    answerJson(response, 200, { status: "success", message: "1", echo: texts(forms) }),
  rejected: (response, forms) => {
    const errors = texts(forms).map((text) => ({ code: 1050, message: text, field: text }));
    answerJson(response, 400, { status: "error", message: texts(forms).join(" "), errors });
  },
  /** Cuts each form in the middle, so that no piece of the answer has the whole of it. */
  pieces: (response, forms) => {
    response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8" });
    for (const form of forms) {
      response.write(form.subarray(0, form.length / 2));
      response.write(form.subarray(form.length / 2));
      response.write(" ");
    }
    response.end();
  },
  long: (response, forms) => {
    const filler = "0123456789 ".repeat(50_000);
    answerJson(response, 200, { status: "success", message: "1", filler, echo: texts(forms) });
  },
  failed: (response, forms) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000000" });
    response.write(Buffer.concat(forms), () => setTimeout(() => response.destroy(), 50));
  },
  bytes: (response, forms) => {
    response.writeHead(200, { "Content-Type": "application/octet-stream" });
    response.end(Buffer.concat([Buffer.from([0x89, 0xff, 0xfe]), ...spaced(forms)]));
  },
  "utf-16": (response, forms) => {
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-16" });
    response.end(Buffer.from(Buffer.concat(spaced(forms)).toString("utf8"), "utf16le"));
  },
  "utf-16be": (response, forms) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(Buffer.from(Buffer.concat(spaced(forms)).toString("utf8"), "utf16le").swap16());
  },
  gzip: packed("gzip", gzipSync),
  "gzip-unsaid": packed(null, gzipSync),
  "gzip-twice": packed("gzip, gzip", (bytes) => gzipSync(gzipSync(bytes))),
  deflate: packed("deflate", deflateSync),
  "deflate-raw": packed("deflate", deflateRawSync),
  brotli: packed("br", brotliCompressSync),
  /** Most of a compressed answer can be read without its end. */
  "gzip-cut": packed("gzip", (bytes) => gzipSync(bytes).subarray(0, -12)),
} as const satisfies Record<string, Answer>;

/**
 * A server that gives back whatever secret it finds in what it was sent, headers included: in every encoding, in the answer's body,
 * headers and status text.
 */
export function startEchoingServer(secrets: PlantedSecrets): Promise<TestServer> {
  return startHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => answer(secrets, request, Buffer.concat(chunks), response));
  });
}

function answer(
  secrets: PlantedSecrets,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const sent = Buffer.concat([body, Buffer.from(` ${request.rawHeaders.join(" ")}`)]);
  const found = Object.entries(secrets).filter(
    ([name, secret]) => findSecrets({ [name]: secret }, sent).length > 0,
  );
  const forms = found.flatMap(([, secret]) => textForms(secret));
  for (const [index, form] of forms.entries()) {
    if (!/[^\t -~\u0080-\u00ff]/.test(form.toString("latin1"))) {
      response.setHeader(`X-Echo-${index}`, form.toString("latin1"));
    }
  }
  const [, secret] = found[0] ?? [];
  if (secret !== undefined) response.statusMessage = `Got ${encodeURIComponent(secret)}`;
  const [, name = "accepted"] = /act:([a-z0-9-]+)/.exec(sent.toString("utf8")) ?? [];
  (ACTS as Readonly<Record<string, Answer>>)[name]?.(response, forms);
}

/** But for UTF-16, which would make the whole answer no text; acts of their own answer in it. */
function textForms(secret: string): Buffer[] {
  return [...writtenForms(secret)].filter(([how]) => !how.startsWith("utf-16")).map(([, written]) => written);
}

const texts = (forms: readonly Buffer[]): string[] => forms.map((form) => form.toString("utf8"));
const spaced = (forms: readonly Buffer[]): Buffer[] => forms.flatMap((form) => [form, Buffer.from(" ")]);

function answerJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(value));
}

function packed(encoding: string | null, pack: (bytes: Buffer) => Buffer): Answer {
  return (response, forms) => {
    response.writeHead(200, encoding === null ? {} : { "Content-Encoding": encoding });
    response.end(pack(Buffer.concat(spaced(forms))));
  };
}
