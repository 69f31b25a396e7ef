import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { createServer as createTcpServer, type Server, type Socket } from "node:net";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_TIMEOUTS, type Timeouts } from "../../../../shared/domain/tenant.ts";

/** A server on loopback that a test started. `close` also ends the connections it still has. */
export type TestServer = { readonly port: number; readonly url: string; close(): Promise<void> };

/** A real HTTP server that answers as the test says. */
export function startHttpServer(listener: RequestListener): Promise<TestServer> {
  return listen(createHttpServer(listener), "http");
}

/** A real HTTPS server with one of the certificates in `certificates/`. */
export function startHttpsServer(certificate: string, listener: RequestListener): Promise<TestServer> {
  const pem = readCertificate(`${certificate}.pem`);
  return listen(createHttpsServer({ key: pem, cert: pem }, listener), "https");
}

/** What an answering server got: the request's head and exactly the bytes of its body. */
export type ReceivedRequest = { readonly rawHeaders: readonly string[]; readonly body: Buffer };

/** A server that keeps what it received and gives every request the same answer, as JSON. */
export async function startAnsweringServer(
  answer: string | Buffer,
  status = 200,
): Promise<TestServer & { readonly received: readonly ReceivedRequest[] }> {
  const received: ReceivedRequest[] = [];
  const server = await startHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ rawHeaders: request.rawHeaders, body: Buffer.concat(chunks) });
      response.writeHead(status, { "Content-Type": "application/json" }).end(answer);
    });
  });
  return { ...server, received };
}

/** A server below HTTP, for answers that no HTTP server would give. Sees the raw request text once it is whole. */
export function startRawServer(onRequest: (socket: Socket, request: string) => void): Promise<TestServer> {
  const server = createTcpServer((socket) => {
    let request = "";
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      request += chunk.toString("latin1");
      if (!isWhole(request)) return;
      onRequest(socket, request);
      request = "";
    });
  });
  return listen(server, "http");
}

export function readCertificate(name: string): string {
  return readFileSync(join(import.meta.dirname, "certificates", name), "utf8");
}

export function timeouts(changes: Partial<Timeouts> = {}): Timeouts {
  return { ...DEFAULT_TIMEOUTS, ...changes };
}

/** A port that nothing listens on: one that the system gave a moment ago and has back. */
export async function findClosedPort(): Promise<number> {
  const server = await startHttpServer(() => undefined);
  await server.close();
  return server.port;
}

function isWhole(request: string): boolean {
  const end = request.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const length = /content-length: (\d+)/i.exec(request)?.[1] ?? "0";
  return request.length - end - 4 >= Number(length);
}

function listen(server: Server, scheme: "http" | "https"): Promise<TestServer> {
  const connections = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.on("close", () => connections.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") return reject(new Error("No port."));
      resolve({
        port: address.port,
        url: `${scheme}://127.0.0.1:${address.port}/reportEvent`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of connections) socket.destroy();
          }),
      });
    });
  });
}
