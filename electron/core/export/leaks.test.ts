import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  exportFormatSchema,
  type ExportFormat,
  type RedactionProfile,
} from "../../../shared/domain/history-export.ts";
import { encodings } from "../../../shared/redaction/test-support/encodings.ts";
import { createRedactor } from "../../../shared/redaction/redact.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { openHistory, type History } from "../history/history.ts";
import { makeExport } from "./make-export.ts";
import { readZip } from "./test-support/read-zip.ts";

// Distinctive values, planted in every place and encoding, are looked for in the bytes of every format.

const TOKEN = "Zq7-planted/token+0123456789abcdef";
const CUSTOMER = "Planted Customer-8841";
const EMAIL = "planted.person+7@shop.example";

let folder: string;
let history: History;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaks-"));
  const opened = openHistory(join(folder, "history.sqlite"));
  if (!opened.ok) throw new Error(opened.error.message);
  history = opened.value;
  for (const [index, encode] of Object.values(encodings).entries()) await plant(`e${index}`, encode);
});
afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

async function plant(id: string, encode: (text: string) => string): Promise<void> {
  const text = `${encode(TOKEN)} ${encode(CUSTOMER)} ${encode(EMAIL)}`;
  const { request, response } = exampleExchange();
  if (response === null) throw new Error("The example has an answer.");
  await history.append(
    exampleExchange({
      id,
      message: text,
      remarks: [text],
      draftText: text,
      event: `event ${text}`,
      identity: { kind: "customer", value: CUSTOMER },
      request: {
        ...request,
        url: `https://example.com/?a=${encode(CUSTOMER)}`,
        headers: [["X-Note", text]],
        text: JSON.stringify({ tid: TOKEN, customer: CUSTOMER, context: { email: EMAIL, text } }),
      },
      findings: [
        { rule: "tenant.unknown", code: null, severity: "error", path: "", message: text, source: "example" },
      ],
      response: {
        ...response,
        statusText: text,
        headers: [["x-echo", text]],
        body: `{"message":${JSON.stringify(text)}}`,
      },
    }),
  );
  const identity = { kind: "customer", value: CUSTOMER } as const;
  // An answer that is no text, and one that never came.
  const bytes = Buffer.concat([Buffer.from([0x89, 0xff]), Buffer.from(text)]).toString("base64");
  const binary = { ...response, body: bytes, bodyEncoding: "base64" } as const;
  await history.append(exampleExchange({ id: `${id}-bytes`, identity, response: binary }));
  const failure = { code: "connect.refused", phase: "connect", message: text, nextStep: text } as const;
  await history.append(
    exampleExchange({ id: `${id}-failed`, identity, response: null, outcome: "failed", failure }),
  );
  const noted = history.annotations.change([id], { note: text, addTags: [TOKEN, EMAIL] }, new Date());
  if (!noted.ok) throw new Error(noted.error.message);
}

async function bytesOf(format: ExportFormat, profile: RedactionProfile): Promise<Buffer> {
  const made = await makeExport(
    {
      history,
      redactSecrets: createRedactor([{ name: "token", value: TOKEN }]),
      exportedAt: new Date("2026-11-23T10:00:00.000Z"),
      appVersion: "0.1.0",
      host: "test",
    },
    { selection: { kind: "query", query: { text: "", timeZone: "UTC" }, upTo: null }, format, profile },
    new AbortController().signal,
    () => {},
  );
  if (!made.ok) throw new Error(made.error.message);
  const pieces: Buffer[] = [];
  for await (const chunk of made.value.chunks) pieces.push(Buffer.from(chunk));
  const bytes = Buffer.concat(pieces);
  if (format !== "bundle") return bytes;
  return Buffer.concat([...(await readZip(bytes)).values()]);
}

/** What a leak would look like: the value in each encoding, as it is and as the formats quote it in turn. */
function spellingsOf(value: string): Set<string> {
  const spellings = new Set<string>();
  for (const encode of Object.values(encodings)) {
    const written = encode(value);
    for (const quoted of [
      written,
      encodings["json"]?.(written),
      encodings["html"]?.(written),
      written.replaceAll("'", "'\\''"),
    ]) {
      if (quoted !== undefined) spellings.add(quoted.toLowerCase());
    }
  }
  return spellings;
}

function leaksIn(bytes: Buffer, values: readonly string[]): string[] {
  const text = bytes.toString("utf8").toLowerCase();
  return values.flatMap((value) => [...spellingsOf(value)]).filter((spelling) => text.includes(spelling));
}

for (const format of exportFormatSchema.options) {
  it(`${format} holds no secret in any encoding, and no person where these are replaced`, async () => {
    const plain = await bytesOf(format, "none");
    expect(leaksIn(plain, [TOKEN])).toEqual([]);
    // That the search finds what is there.
    expect(leaksIn(plain, [CUSTOMER])).not.toEqual([]);
    for (const profile of ["pseudonymised", "masked"] as const) {
      expect(leaksIn(await bytesOf(format, profile), [TOKEN, CUSTOMER, EMAIL]), profile).toEqual([]);
    }
  });
}
