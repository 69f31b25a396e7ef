import type { IncomingMessage, ServerResponse } from "node:http";
import type { Api } from "../../shared/domain/tenant.ts";
import { acceptedAnswer, refusedAnswer } from "./answers.ts";
import { judgeEvent, type GatewayRules, type Judgement } from "./judge-event.ts";
import { MAX_BODY_BYTES, readBody, type BodyRead } from "./request-body.ts";
import type { ReceivedAccess } from "./received.ts";
import { respondToEvent } from "./respond.ts";

/** What came of one request to an event route. `reference` only where it was accepted, `reason` only where it was not. */
export type ReceivedEvent = {
  readonly receivedAt: Date;
  readonly api: Api;
  readonly outcome: Judgement["kind"];
  readonly status: number;
  /** As the sender wrote it, so it may hold anything; null where it could not be read. */
  readonly event: string | null;
  readonly reference: string | null;
  readonly reason: string | null;
};

export type Receiving = {
  readonly rules: GatewayRules;
  /** The HTTP status of a refusal, which the vendor documents nowhere. */
  readonly refusalStatus: () => number;
  readonly nextReference: () => string;
  readonly now: () => Date;
  readonly onReceived: (received: ReceivedEvent) => void;
  /** null where nobody may ask what was received. */
  readonly received: ReceivedAccess | null;
};

/** Takes in one POST to an event route and answers it in the shape of its API. */
export async function receiveEvent(
  receiving: Receiving,
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const receivedAt = receiving.now();
  const body = await readBody(request);
  if (body.kind === "aborted") return;
  // A body given up on half way leaves a connection that cannot carry another request.
  if (body.kind === "too-large") response.setHeader("connection", "close");
  const { status, judgement } = judgeRequest(receiving, api, request, body, receivedAt);
  const { event } = judgement;
  const received = { receivedAt, api, status, event, outcome: judgement.kind };
  if (judgement.kind === "accepted") {
    const reference = receiving.nextReference();
    receiving.onReceived({ ...received, reference, reason: null });
    respondToEvent(response, acceptedAnswer(api, reference));
    return;
  }
  receiving.onReceived({ ...received, reference: null, reason: judgement.reason });
  respondToEvent(response, refusedAnswer(api, status, judgement.reason));
}

function judgeRequest(
  receiving: Receiving,
  api: Api,
  request: IncomingMessage,
  body: Exclude<BodyRead, { kind: "aborted" }>,
  receivedAt: Date,
): { status: number; judgement: Judgement } {
  // What HTTP itself has a status for is refused with that; the shape stays the API's.
  if (body.kind === "too-large") {
    return { status: 413, judgement: refused(`the body is over ${MAX_BODY_BYTES} bytes`) };
  }
  const mediaReason = mediaProblem(request);
  if (mediaReason !== null) return { status: 415, judgement: refused(mediaReason) };
  const judgement = judgeEvent(api, request.headers, body.bytes, receiving.rules, receivedAt);
  return { status: judgement.kind === "accepted" ? 200 : receiving.refusalStatus(), judgement };
}

/**
 * Only `application/json` is taken, with any parameters but another charset. It is what the vendor's documents ask for; and
 * a web page cannot send it here without asking first, which this server never grants.
 */
function mediaProblem(request: IncomingMessage): string | null {
  const [type, ...parameters] = (request.headers["content-type"] ?? "").toLowerCase().split(";");
  if (type?.trim() !== "application/json") return "Content-Type must be application/json";
  const charset = parameters.map((parameter) => parameter.trim()).find((text) => text.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) return "the charset must be UTF-8";
  const encoding = request.headers["content-encoding"];
  return encoding === undefined || encoding.toLowerCase() === "identity"
    ? null
    : "a compressed body is not taken";
}

function refused(reason: string): Judgement {
  return { kind: "refused", event: null, reason };
}
