import { connect } from "node:net";

export type RawAnswer = { readonly status: number; readonly headers: string; readonly body: string };

export type RawRequest = {
  readonly method?: string;
  readonly target?: string;
  /** Sent as they are, in this order; nothing is added but the body's length. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
};

/** One request with exactly these headers over a socket, as no well-behaved client would send it. */
export function sendRaw(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method = "GET", target = "/", headers = [], body = "" } = request;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const length = body === "" ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return exchange(port, `${method} ${target} HTTP/1.1\r\n${lines}${length}Connection: close\r\n\r\n${body}`);
}

/** Writes this text and reads until the server closes the connection. */
export function exchange(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      received += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(parseAnswer(received)));
  });
}

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf("\r\n\r\n");
  const headers = text.slice(0, end);
  return { status: Number(headers.split(" ")[1]), headers, body: text.slice(end + 4) };
}
