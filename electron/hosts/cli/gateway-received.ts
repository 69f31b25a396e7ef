import { z } from "zod";
import { gatewayCoverageSchema, type GatewayCoverage } from "../../../shared/contract/coverage-calls.ts";
import { readWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import { RECEIVED_PATH } from "../../gateway/received.ts";

const receivedSchema = z.array(z.tuple([z.string(), gatewayCoverageSchema]));
const TIMEOUT_MS = 3_000;

/** By how the requests called their events; else a sentence why it is not known. */
export type ReceivedAtGateway =
  | { readonly ok: true; readonly received: ReadonlyMap<string, GatewayCoverage> }
  | { readonly ok: false; readonly reason: string };

/** What the gateway of the console that runs on a workspace has received, which no file keeps. */
export async function receivedAtGateway(workspacePath: string): Promise<ReceivedAtGateway> {
  const lock = readWorkspaceLock(workspacePath);
  const { gatewayUrl = null, gatewayKey = null } = lock ?? {};
  if (gatewayUrl === null || gatewayKey === null) {
    const reason =
      lock === null ? "no console runs on this workspace" : "the gateway of its console does not run";
    return { ok: false, reason };
  }
  try {
    const answer = await fetch(new URL(RECEIVED_PATH, gatewayUrl), {
      headers: { authorization: `Bearer ${gatewayKey}` },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const read = receivedSchema.safeParse(await answer.json());
    if (read.success) return { ok: true, received: new Map(read.data) };
  } catch {
    // It is going away at this moment, or hangs.
  }
  return { ok: false, reason: `the gateway at ${gatewayUrl} did not answer` };
}
