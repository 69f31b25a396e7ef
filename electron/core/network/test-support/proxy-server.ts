import { createServer, request as requestHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type Socket } from "node:net";
import { readCertificate } from "../../transport/test-support/servers.ts";

export type ProxyBehaviour = {
  /** `user:password` that it wants. */
  readonly credentials?: string;
  /** Answers every CONNECT with this status line instead of a tunnel. */
  readonly refuseWith?: string;
  /** Takes the connection and says nothing. */
  readonly isSilent?: boolean;
  /** Closes each connection at its first request. */
  readonly closes?: boolean;
  /** Speaks TLS itself, with the test certificate of localhost. */
  readonly hasTls?: boolean;
};

export type TestProxy = {
  readonly url: string;
  readonly port: number;
  /** The first line of each request that reached it. */
  readonly seen: readonly string[];
  /** Proxy-Authorization of each of them. */
  readonly authorizations: readonly (string | null)[];
  close(): Promise<void>;
};

/** A small real proxy: CONNECT tunnels and absolute-form requests, all of them to loopback whatever name is asked for. */
export async function startProxy(behaviour: ProxyBehaviour = {}): Promise<TestProxy> {
  const seen: string[] = [];
  const authorizations: (string | null)[] = [];
  const sockets = new Set<Socket>();
  const pem = readCertificate("localhost.pem");
  const server = behaviour.hasTls === true ? createTlsServer({ key: pem, cert: pem }) : createServer();
  const isWelcome = (request: IncomingMessage): boolean => {
    seen.push(`${request.method} ${request.url}`);
    const given = request.headers["proxy-authorization"] ?? null;
    authorizations.push(given);
    if (behaviour.credentials === undefined) return true;
    return given === `Basic ${Buffer.from(behaviour.credentials).toString("base64")}`;
  };
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    socket.on("error", () => undefined);
    const isIn = isWelcome(request);
    if (behaviour.isSilent === true) return;
    if (behaviour.closes === true) socket.destroy();
    else if (!isIn) socket.end("HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n");
    else if (behaviour.refuseWith !== undefined) socket.end(`HTTP/1.1 ${behaviour.refuseWith}\r\n\r\n`);
    else sockets.add(tunnel(request, socket));
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (isWelcome(request)) forward(request, response);
    else response.writeHead(407).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  const scheme = behaviour.hasTls === true ? "https" : "http";
  return {
    url: `${scheme}://127.0.0.1:${address.port}`,
    port: address.port,
    seen,
    authorizations,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function tunnel(request: IncomingMessage, socket: Socket): Socket {
  const port = Number(/:(\d+)$/.exec(request.url ?? "")?.[1]);
  const upstream = connect(port, "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.pipe(upstream).pipe(socket);
  });
  return upstream.on("error", () => socket.destroy());
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const { port, pathname } = new URL(request.url ?? "");
  const { "proxy-authorization": _ours, ...headers } = request.headers;
  const upstream = requestHttp(
    { host: "127.0.0.1", port, path: pathname, method: "POST", headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  request.pipe(upstream);
}
