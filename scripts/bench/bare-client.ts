import { Agent, request } from "node:http";

export type BareClient = { send(body: Buffer): Promise<void>; close(): void };

/** The least a program can do to post an event: node:http, keep-alive, read the answer, keep nothing. */
export function createBareClient(url: string): BareClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    send: (body) =>
      new Promise((resolve, reject) => {
        const outgoing = request(url, {
          agent,
          method: "POST",
          headers: { "Content-Type": "application/json", "Content-Length": body.byteLength },
        });
        outgoing.on("error", reject);
        outgoing.on("response", (incoming) => {
          incoming.resume();
          incoming.on("error", reject);
          incoming.on("end", resolve);
        });
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}
