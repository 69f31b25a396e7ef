import { createServer, type IncomingHttpHeaders } from "node:http";
import { onTestFinished } from "vitest";

type ReceivedRequest = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };
export type RecordingServer = { readonly url: string; readonly received: readonly ReceivedRequest[] };

/** A server that keeps what it receives and gives one answer to all of it; null never answers. Ends after the test. */
export async function startRecordingServer(
  answer: string | null = `{"status":"success","message":"1147206418897270"}`,
): Promise<RecordingServer> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      if (answer !== null) response.end(answer);
    });
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
  return { url: `http://127.0.0.1:${port}/optievent`, received };
}
