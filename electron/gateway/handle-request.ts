import type { IncomingMessage, ServerResponse } from "node:http";
import type { Api } from "../../shared/domain/tenant.ts";
import { isLoopbackHost } from "./loopback-host.ts";
import { receiveEvent, type Receiving } from "./receive-event.ts";
import { RECEIVED_PATH, respondWithReceived } from "./received.ts";
import { respondInText, respondWithPage } from "./respond.ts";

const ROUTES: ReadonlyMap<string, Api> = new Map([
  ["/optievent", "optievent"],
  // The path that the vendor's own hosts use.
  ["/reportServer", "optievent"],
  ["/reportEvent", "realtime"],
]);

/** Answers one request, whatever it is. */
export async function handleRequest(
  receiving: Receiving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isLoopbackHost(request.headers.host)) {
    respondInText(response, 403, "This server answers to the names of this machine only.");
    return;
  }
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  const api = ROUTES.get(path);
  if (api !== undefined && request.method === "POST") {
    await receiveEvent(receiving, api, request, response);
  } else if (api !== undefined) {
    response.setHeader("allow", "POST");
    respondInText(response, 405, "Events are sent with POST.");
  } else if (path === RECEIVED_PATH && receiving.received !== null) {
    respondWithReceived(receiving.received, request, response);
  } else if (path !== "/") {
    respondInText(response, 404, "There is nothing here. Events go to /optievent or /reportEvent.");
  } else if (request.method === "GET" || request.method === "HEAD") {
    respondWithPage(response);
  } else {
    response.setHeader("allow", "GET, HEAD");
    respondInText(response, 405, "This page can only be read. Events go to /optievent or /reportEvent.");
  }
}
