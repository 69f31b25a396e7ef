import { z } from "zod";
import { CONTROL_PATH } from "./routes.ts";

const answerSchema = z.object({ ok: z.literal(true), value: z.object({ url: z.url() }) });
const TIMEOUT_MS = 3_000;

/**
 * Asks the console that has the workspace for a new start link. null where it does not answer as one.
 * `url` and `controlKey` are those of the workspace's lock file, which only this user can read.
 */
export async function askForStartLink(url: string, controlKey: string): Promise<string | null> {
  try {
    const response = await fetch(new URL(CONTROL_PATH, url), {
      method: "POST",
      headers: { authorization: `Bearer ${controlKey}`, origin: new URL(url).origin },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = answerSchema.safeParse(await response.json());
    return answer.success ? answer.data.value.url : null;
  } catch {
    // It is going away at this moment, or hangs; the caller says where it was.
    return null;
  }
}
