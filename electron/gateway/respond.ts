import type { ServerResponse } from "node:http";
import type { GatewayAnswer } from "./answers.ts";

const PAGE = `OptiEvent Console: local gateway

This server speaks the two APIs of Optimove's server-side events, for testing on this machine.
It validates events and keeps none of them; nothing is passed on.

  POST /optievent    OptiEvent    {tenant, event, customer or visitor, timestamp, context}
  POST /reportEvent  Realtime     {tid, cid, eid, context}

/reportServer is another name for /optievent. Content-Type: application/json, at most 1 MiB, UTF-8.
`;

/** Answers an event in the shape of its API. */
export function respondToEvent(response: ServerResponse, answer: GatewayAnswer): void {
  write(response, answer.status, "application/json; charset=utf-8", answer.body);
}

/** Says in one line why a request is none of either API's. */
export function respondInText(response: ServerResponse, status: number, sentence: string): void {
  write(response, status, "text/plain; charset=utf-8", `${sentence}\n`);
}

/** Answers another program of the same user. */
export function respondWithJson(response: ServerResponse, value: unknown): void {
  write(response, 200, "application/json; charset=utf-8", JSON.stringify(value));
}

/** What a person who opens the address in a browser sees. Node leaves the body out for HEAD. */
export function respondWithPage(response: ServerResponse): void {
  write(response, 200, "text/plain; charset=utf-8", PAGE);
}

function write(response: ServerResponse, status: number, contentType: string, body: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    "content-type": contentType,
    "content-length": bytes.byteLength,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(bytes);
}
