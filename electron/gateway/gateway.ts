import { createServer, type Server } from "node:http";
import { handleRequest } from "./handle-request.ts";
import type { GatewayRules } from "./judge-event.ts";
import { createReferences } from "./reference.ts";
import type { ReceivedAccess } from "./received.ts";
import type { ReceivedEvent, Receiving } from "./receive-event.ts";
import { respondInText } from "./respond.ts";

export type { ReceivedEvent } from "./receive-event.ts";

export type GatewayOptions = GatewayRules & {
  /** 0 or absent: whichever is free. */
  readonly port?: number;
  /** Loopback only; there is nothing to choose. */
  readonly host?: "127.0.0.1";
  /** The HTTP status of a refusal, which is documented nowhere, asked for at each. 400 if absent. */
  readonly refusalStatus?: () => number;
  /** How long a client may take to send a whole request, in milliseconds. */
  readonly requestTimeoutMs?: number;
  readonly now?: () => Date;
  /** Told of each request to an event route, before it is answered. Holds no token and no body. */
  readonly onReceived?: (received: ReceivedEvent) => void;
  /** Lets other programs of the same user read what was received; nobody if absent. */
  readonly received?: ReceivedAccess;
};

/** `url` is the base address without a slash at its end; the routes are `/optievent` and `/reportEvent`. */
export type Gateway = { readonly url: string; readonly port: number; close(): Promise<void> };

const HOST = "127.0.0.1";
/** Of a refusal, unless told otherwise. */
export const DEFAULT_REFUSAL_STATUS = 400;
const DEFAULT_REQUEST_TIMEOUT_MS = 30_000;
/** Longer than a person thinks between two sends, so that the connection is still there. */
const KEEP_ALIVE_TIMEOUT_MS = 60_000;
/** How long requests under way may still take when the gateway is closed. */
const CLOSE_GRACE_MS = 500;

/**
 * Starts the local gateway: both APIs on loopback, as the vendor documents them. Rejects with the system's error where it
 * cannot listen, e.g. `EADDRINUSE`.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const server = createGatewayServer(
    {
      rules: options,
      refusalStatus: options.refusalStatus ?? (() => DEFAULT_REFUSAL_STATUS),
      nextReference: createReferences(),
      now: options.now ?? (() => new Date()),
      onReceived: options.onReceived ?? (() => {}),
      received: options.received ?? null,
    },
    options.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS,
  );
  const port = await listen(server, options.port ?? 0);
  let closing: Promise<void> | null = null;
  return {
    url: `http://${HOST}:${port}`,
    port,
    close: () => (closing ??= close(server)),
  };
}

function createGatewayServer(receiving: Receiving, requestTimeoutMs: number): Server {
  const server = createServer(
    {
      requestTimeout: requestTimeoutMs,
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(requestTimeoutMs, 1000),
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    },
    (request, response) => {
      handleRequest(receiving, request, response).catch(() => {
        // A defect of the gateway must reach the client as one, and must not end the server.
        if (response.headersSent) response.destroy();
        else
          respondInText(response, 500, "The local gateway failed on this request. This is a defect of it.");
      });
    },
  );
  return server;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: HOST }, () => {
      server.off("error", reject);
      // A connection that cannot be accepted, e.g. for want of file handles, must not end the gateway.
      server.on("error", () => {});
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The gateway has no port."));
      else resolve(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    // Ends idle keep-alive connections at once and the others after their answer.
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}
