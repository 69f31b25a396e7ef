import { basename } from "node:path";
import type { LostSpan, Salvage } from "./salvage.ts";

/** A report names so many stretches; one that is damaged all over has no use for the others. */
const MOST_SPANS = 10_000;

/** What a salvage saved and which exchanges are lost, for whoever has to say what the evidence lacks. Times are UTC. */
export function salvageReport(salvage: Salvage, reason: string, aside: string, now: Date): string {
  const { saved, unchecked, lost, spans } = salvage;
  const left = spans.length - MOST_SPANS;
  const lines = [
    "What was saved of a damaged history, and what is lost",
    "",
    `Made ${now.toISOString()}, because ${reason}.`,
    `The damaged file is kept unchanged: ${basename(aside)}`,
    "",
    `Saved: ${saved}`,
    `  held against their seals: ${saved - unchecked}`,
    `  not held against a seal, because the one before is lost: ${unchecked}`,
    `Lost: ${lost}`,
    ...spans.slice(0, MOST_SPANS).map((span) => `  ${describeSpan(span)}`),
    ...(left > 0 ? [`  and ${left} more stretches`] : []),
    "",
    "Numbers are those of the exchanges in the order in which they were recorded. The new history has the loss on record, and",
    "verifying it counts what is lost.",
    "",
  ];
  return lines.join("\n");
}

function describeSpan({ from, until, after, before }: LostSpan): string {
  const numbers = from === until ? `number ${from}` : `numbers ${from} to ${until}`;
  const bounds = [
    ...(after === null ? [] : [`after the one sent ${after}`]),
    ...(before === null ? [] : [`before the one sent ${before}`]),
  ];
  return [numbers, ...bounds].join(", ");
}
