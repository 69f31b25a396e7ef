import { exchangeSchema, type Exchange } from "../../domain/exchange.ts";
import type { ExportContext, ExportItem } from "../types.ts";

/** An exchange with everything in it that an export shows, for tests to change what they are about. */
export function richExchange(change: Partial<Exchange> = {}): Exchange {
  const text =
    '{"tenant":999,"event":"deposit","customer":"c-20418","context":{"amount":100.00,"email":"johndoe@domain.com"}}';
  return exchangeSchema.parse({
    id: "exchange-1",
    sentAt: "2026-11-23T09:15:00.000Z",
    outcome: "rejected",
    api: "optievent",
    tenant: { id: "sandbox", name: "Local sandbox", kind: "sandbox" },
    catalog: { id: "demo", name: "Demo store", version: 1 },
    event: "deposit",
    identity: { kind: "customer", value: "c-20418" },
    request: {
      method: "POST",
      url: "https://example.com/optievent",
      headers: [["Content-Type", "application/json"]],
      text,
      byteLength: text.length,
    },
    response: {
      status: 400,
      statusText: "Bad Request",
      httpVersion: "1.1",
      headers: [["content-type", "application/json"]],
      body: '{"status":"error","message":"amount of c-20418 is wrong"}',
      bodyEncoding: "utf8",
      byteLength: 57,
      truncated: false,
    },
    failure: null,
    reference: null,
    message: "The gateway rejected the event: amount is wrong.",
    remarks: ["The status says one thing and the body another."],
    timings: { dns: 1.5, connect: 4, tls: 2.5, send: 0.25, wait: 2.25, receive: 0.5, total: 11 },
    remoteAddress: "127.0.0.1:4100",
    reusedConnection: false,
    tls: null,
    findings: [
      {
        rule: "amount",
        code: 1060,
        severity: "error",
        path: "/context/amount",
        message: "It is wrong.",
        source: "s",
      },
    ],
    negative: true,
    draftId: null,
    appVersion: "0.1.0",
    ...change,
  });
}

export const exportContext: ExportContext = {
  exportedAt: "2026-11-23T10:00:00.000Z",
  app: { name: "OptiEvent Console", version: "0.1.0" },
  redaction: ["Secrets are references."],
  sha256: () => "not-computed",
};

export async function* itemsOf(exchanges: Iterable<Exchange>): AsyncGenerator<ExportItem> {
  for (const exchange of exchanges) yield { exchange, note: null, tags: [] };
}

export async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}
