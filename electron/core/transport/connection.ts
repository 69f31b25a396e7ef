import { isIP, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { TlsFacts } from "../../../shared/domain/exchange.ts";
import type { PhaseClock } from "./phase-clock.ts";
import { readTlsFacts } from "./tls-facts.ts";

export type ConnectionListeners = {
  /** What TLS agreed on; also for a certificate that is then refused. */
  readonly onTls: (facts: TlsFacts) => void;
  /** The request can leave. */
  readonly onReady: () => void;
};

/** A connection's TLS facts never change, and reading the chain costs more than a whole loopback request. */
const knownFacts = new WeakMap<TLSSocket, TlsFacts>();

/** Follows a connection from name lookup to the moment that the request can leave, and moves the clock's phases with it. */
export function watchConnection(
  socket: Socket,
  clock: PhaseClock,
  connection: {
    readonly isReused: boolean;
    /** A tunnel stands already, and TLS begins within it. */
    readonly isTunnelled: boolean;
    readonly hostname: string;
  },
  listeners: ConnectionListeners,
): void {
  if (connection.isReused) {
    clock.enter("send");
    const facts = socket instanceof TLSSocket ? knownFacts.get(socket) : undefined;
    if (facts !== undefined) listeners.onTls(facts);
    listeners.onReady();
    return;
  }
  if (connection.isTunnelled) clock.enter("tls");
  else followOpening(socket, clock, connection.hostname, listeners);
  if (socket instanceof TLSSocket) followHandshake(socket, clock, listeners);
}

function followOpening(
  socket: Socket,
  clock: PhaseClock,
  hostname: string,
  listeners: ConnectionListeners,
): void {
  const isTls = socket instanceof TLSSocket;
  clock.enter(isIP(hostname) === 0 ? "dns" : "connect");
  // Node reports one lookup for each address that a name has; the first one ends the phase, unless it failed.
  socket.on("lookup", (error: Error | null) => {
    if (error === null && clock.phase() === "dns") clock.enter("connect");
  });
  socket.once("connect", () => {
    clock.enter(isTls ? "tls" : "send");
    if (!isTls) listeners.onReady();
  });
}

function followHandshake(socket: TLSSocket, clock: PhaseClock, listeners: ConnectionListeners): void {
  // Node destroys a socket whose certificate it refuses within its own listener of "secure", and the chain with it.
  socket.prependOnceListener("secure", () => listeners.onTls(readTlsFacts(socket)));
  socket.once("secureConnect", () => {
    const facts = readTlsFacts(socket);
    knownFacts.set(socket, facts);
    listeners.onTls(facts);
    clock.enter("send");
    listeners.onReady();
  });
}
