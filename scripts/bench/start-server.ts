import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";

const ready = z.object({ port: z.number() });

export type AnsweringServer = { readonly url: string; stop(): void };

/** A server in another process that answers every POST with an accepted event. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const child = fork(join(import.meta.dirname, "answering-server.ts"), { stdio: "inherit" });
  const [message] = await once(child, "message");
  const { port } = ready.parse(message);
  // A signal to the whole group has ended it already.
  const stop = () => void (child.connected && child.disconnect());
  return { url: `http://127.0.0.1:${port}/optievent`, stop };
}
