import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { respondInText, respondWithJson } from "./respond.ts";

/** Where whoever has the key reads what was received. */
export const RECEIVED_PATH = "/received";

/** What was received, for other programs of the same user. The gateway itself keeps nothing. */
export type ReceivedAccess = {
  readonly key: string;
  /** A value of JSON. Holds no token and no body. */
  readonly list: () => unknown;
};

/** Answers what was received to whoever names the key. */
export function respondWithReceived(
  { key, list }: ReceivedAccess,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const given = Buffer.from(request.headers.authorization ?? "");
  const expected = Buffer.from(`Bearer ${key}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    respondInText(response, 401, "What was received is for the programs of this console alone.");
  } else if (request.method === "GET") {
    respondWithJson(response, list());
  } else {
    response.setHeader("allow", "GET");
    respondInText(response, 405, "This can only be read.");
  }
}
