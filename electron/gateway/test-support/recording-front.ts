import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** A request as it came in, and what the gateway behind said to it. */
export type Recorded = {
  readonly rawHeaders: readonly string[];
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
  readonly answer: string;
};

/** Keeps every request by its path and hands it on to a gateway, whose answer it gives. Ends after the test. */
export async function startRecordingFront(gatewayUrl: string) {
  const recorded = new Map<string, Recorded>();
  const server = createServer((request, response) => {
    const { rawHeaders, headers, url = "" } = request;
    const path = new URL(url, gatewayUrl).pathname.split("/").at(-1) ?? "";
    const receive = async () => {
      const body = Buffer.concat(await request.toArray());
      const answer = await forward(`${gatewayUrl}/${path}`, headers, body);
      recorded.set(url, { rawHeaders, headers, body, answer });
      response.end(answer);
    };
    receive().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, recorded };
}

async function forward(url: string, headers: NodeJS.Dict<string | string[]>, body: Buffer): Promise<string> {
  const kept = Object.entries(headers).filter(([name]) => /^(?:content-type|x-)/.test(name));
  const answer = await fetch(url, {
    method: "POST",
    body: new Uint8Array(body),
    headers: kept.map(([name, value]): [string, string] => [name, String(value)]),
  });
  return await answer.text();
}
