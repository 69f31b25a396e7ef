import type { GatewayCoverage } from "../../../shared/contract/coverage-calls.ts";

/** What the gateway tells of a request to it. */
export type GatewayReceipt = {
  readonly receivedAt: Date;
  readonly outcome: "accepted" | "refused";
  /** As the sender wrote it, so it may be anything. */
  readonly event: string | null;
  readonly reason: string | null;
};

/** What the local gateway received since the console started, by how the requests called their events. */
export type GatewayLog = {
  note(receipt: GatewayReceipt): void;
  received(): ReadonlyMap<string, GatewayCoverage>;
  onChange(listener: () => void): void;
};

/** Whoever reaches the gateway may make names up; a catalog has fewer. */
const MOST_NAMES = 5000;
const LONGEST_NAME = 200;

export function createGatewayLog(): GatewayLog {
  const byName = new Map<string, GatewayCoverage>();
  let listener = (): void => {};
  return {
    note({ event, receivedAt, outcome, reason }) {
      if (event === null || event.length > LONGEST_NAME) return;
      const before = byName.get(event);
      if (before === undefined && byName.size >= MOST_NAMES) return;
      byName.set(event, {
        received: (before?.received ?? 0) + 1,
        refused: (before?.refused ?? 0) + (outcome === "refused" ? 1 : 0),
        lastAt: receivedAt.toISOString(),
        lastReason: reason,
      });
      listener();
    },
    received: () => byName,
    onChange(changed) {
      listener = changed;
    },
  };
}
