import { listed, plural } from "../text/counts.ts";
import { named } from "../validation/words.ts";
import { describeComparison } from "./describe-comparison.ts";
import type { CatalogComparison, EventChange } from "./compare.ts";

/** How many names a summary gives before it counts. */
const MOST = 3;

/**
 * One line for the list of versions: `Adds x; renames y to z; changes 12 events.` Where one thing alone was changed, what it is
 * now.
 */
export function summariseComparison(comparison: CatalogComparison): string {
  const { fields, events } = comparison;
  const only = onlyChange(comparison);
  if (only !== null) return only;
  const added = events.filter(({ kind }) => kind === "added");
  const removed = events.filter(({ kind }) => kind === "removed");
  const both = events.filter((change) => change.kind === "changed");
  const renamed = both.filter((change) => change.key !== change.previousKey);
  const changed = both.filter((change) => change.fields.length + change.parameters.length > 0);
  const isReordered = both.some(({ isMoved }) => isMoved);
  const parts = [
    part("adds", added),
    part("removes", removed),
    renamed.length === 0 ? null : `renames ${renamings(renamed)}`,
    changed.length === 0 ? null : `changes ${changes(changed)}`,
    isReordered ? "puts events in another order" : null,
    fields.length === 0 ? null : `changes ${ofTheCatalog(fields.map(({ field }) => field))}`,
  ].filter((one) => one !== null);
  if (parts.length === 0) return "Nothing but how the file is written.";
  const line = parts.join("; ");
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

function onlyChange(comparison: CatalogComparison): string | null {
  const { fields, events } = comparison;
  const [event] = events;
  const isOne = fields.length + events.length === 1 && (event === undefined || event.kind === "changed");
  if (!isOne) return null;
  const [line, ...others] = describeComparison(comparison);
  const isTold = line?.kind === "changed" || (line?.kind === "added" && line.parameter !== null);
  return line !== undefined && others.length === 0 && isTold ? line.text : null;
}

type Changed = Extract<EventChange, { kind: "changed" }>;

function part(verb: string, events: readonly EventChange[]): string | null {
  if (events.length === 0) return null;
  return `${verb} ${eventNames(events)}`;
}

function eventNames(events: readonly EventChange[]): string {
  if (events.length > MOST) return plural(events.length, "event");
  return listed(
    events.map(({ key }) => named(key)),
    MOST,
  );
}

function renamings(events: readonly Changed[]): string {
  if (events.length > MOST) return plural(events.length, "event");
  return listed(
    events.map(({ previousKey, key }) => `${named(previousKey)} to ${named(key)}`),
    MOST,
  );
}

function changes(events: readonly Changed[]): string {
  const parameters = events.flatMap((event) => event.parameters.map((change) => change.name));
  if (parameters.length === 0) return eventNames(events);
  const names = [...new Set(parameters)].map(named);
  const those = parameters.length > MOST ? plural(parameters.length, "parameter") : listed(names, MOST);
  return `${those} of ${eventNames(events)}`;
}

function ofTheCatalog(fields: readonly string[]): string {
  return `the catalog's ${listed(fields.map(named), MOST)}`;
}
