import type { CatalogDocument } from "../../../shared/catalog-edit/document.ts";
import { COLUMNS, type ColumnId } from "../../../shared/catalog-edit/columns.ts";
import { EVENT_FIELDS } from "../../../shared/catalog-edit/event-fields.ts";
import type { EditPlace } from "../../../shared/catalog-edit/history.ts";
import type { CatalogRuleName } from "../../../shared/catalog-lint/rules.ts";
import type { CatalogFinding } from "../../../shared/catalog-lint/types.ts";
import { named } from "../../../shared/validation/words.ts";
import { SEVERITY_ORDER } from "./severities.ts";

/** A finding and where it is shown: the row of its event, and a cell or a field of that. */
export type PlacedFinding = {
  readonly finding: CatalogFinding;
  readonly place: EditPlace;
  /** Which of several events of one key it is about: `row 3, id 1005`; null where the key tells. */
  readonly which: string | null;
};

export type RuleGroup = { readonly rule: CatalogRuleName; readonly findings: readonly PlacedFinding[] };

/** Findings of one state of a catalog, looked up by place. */
export type PlacedFindings = {
  /** What was checked; fixes are for nothing else. */
  readonly document: CatalogDocument;
  readonly all: readonly PlacedFinding[];
  readonly byRow: ReadonlyMap<number, readonly PlacedFinding[]>;
};

export function placeFindings(
  document: CatalogDocument,
  findings: readonly CatalogFinding[],
): PlacedFindings {
  const byRow = new Map<number, PlacedFinding[]>();
  const twins = twinKeys(document);
  const all = findings.map((finding) => ({
    finding,
    place: placeOf(document, finding),
    which: whichOf(document, twins, finding),
  }));
  for (const placed of all) {
    const { row } = placed.place;
    if (row === null) continue;
    const known = byRow.get(row);
    if (known === undefined) byRow.set(row, [placed]);
    else known.push(placed);
  }
  return { document, all, byRow };
}

/** Keys that several events have. */
function twinKeys({ catalog }: CatalogDocument): ReadonlySet<string> {
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const { key } of catalog.events) {
    if (seen.has(key)) twins.add(key);
    seen.add(key);
  }
  return twins;
}

function whichOf(
  { catalog }: CatalogDocument,
  twins: ReadonlySet<string>,
  { eventKey, eventIndex }: CatalogFinding,
): string | null {
  if (eventKey === null || eventIndex === null || !twins.has(eventKey)) return null;
  const id = catalog.events[eventIndex]?.id;
  return `row ${eventIndex + 1}${id === undefined ? "" : `, id ${id}`}`;
}

/** What a row of findings names before its sentence: what that does not name itself. */
export function namesBefore({ eventKey, parameter, message }: CatalogFinding): string {
  const names = [eventKey, parameter].filter((name) => name !== null && !message.includes(named(name)));
  return names.join(", ");
}

/** By rule, the most serious first, then those with the most findings. */
export function groupByRule(findings: readonly PlacedFinding[]): RuleGroup[] {
  const groups = new Map<CatalogRuleName, PlacedFinding[]>();
  for (const placed of findings) {
    const known = groups.get(placed.finding.rule);
    if (known === undefined) groups.set(placed.finding.rule, [placed]);
    else known.push(placed);
  }
  const rank = ({ findings: [first] }: RuleGroup) =>
    SEVERITY_ORDER.indexOf(first?.finding.severity ?? "info");
  return [...groups]
    .map(([rule, placed]) => ({ rule, findings: placed }))
    .sort((one, other) => rank(one) - rank(other) || other.findings.length - one.findings.length);
}

/** `/events/3/parameters/2/enum/1` is in the column of allowed values, `/events/3/key` in the field of the key. */
function placeOf({ rows }: CatalogDocument, finding: CatalogFinding): EditPlace {
  const { eventIndex, parameterIndex, path } = finding;
  const row = eventIndex === null ? null : (rows[eventIndex] ?? null);
  const steps = path.split("/");
  if (parameterIndex !== null) {
    return { row, parameter: parameterIndex, column: columnOf(steps[5]) };
  }
  const field = EVENT_FIELDS.find((one) => one === steps[3]);
  return { row, ...(field === undefined ? {} : { field }) };
}

function columnOf(step: string | undefined): ColumnId {
  return COLUMNS.find((column) => column === step) ?? "name";
}
