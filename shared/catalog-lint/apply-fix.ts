import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import { withoutDigits, withScalars, writtenScalars, type WrittenScalar } from "../catalog/number-texts.ts";
import type { JsonPath } from "../json/types.ts";
import { createCatalogLinter } from "./lint.ts";
import type { CatalogRuleName } from "./rules.ts";
import type { CatalogEdit, CatalogFinding, CatalogFix, LintOptions } from "./types.ts";

/** The catalog with a fix of one of its findings. What the fix leaves alone stays the same objects. */
export function applyFix(catalog: Catalog, fix: CatalogFix): Catalog {
  return applyEdits(catalog, fix.edits);
}

/**
 * The catalog with the fixes of all findings of one kind, or of every kind. Fixing may bring up another of the kind, such as
 * a duplicate of a duplicate, so it goes on until there is none that can be fixed.
 */
export function applyAllFixes(
  catalog: Catalog,
  rule: CatalogRuleName | null,
  options?: LintOptions,
): Catalog {
  const linter = createCatalogLinter(options);
  let current = catalog;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const findings = linter.lint(current);
    const next = findings.find((finding) => finding.fix !== null && isOf(finding, rule));
    if (next === undefined) return current;
    // One kind at a time: the edits of one kind never get into each other's way, those of two kinds might.
    const kind = findings.filter((finding) => isOf(finding, next.rule));
    // Findings of one name in many events share the fix that renames it in all of them.
    const fixes = new Set(kind.map(({ fix }) => fix));
    current = applyEdits(
      current,
      [...fixes].flatMap((fix) => fix?.edits ?? []),
    );
  }
  return current;
}

/** More than there are kinds, and few enough to end in any case. */
const MOST_ROUNDS = 100;

function isOf(finding: CatalogFinding, rule: CatalogRuleName | null): boolean {
  return rule === null || finding.rule === rule;
}

/** Items are removed from the last to the first, after everything else, so that the places of the others hold. */
function applyEdits(catalog: Catalog, edits: readonly CatalogEdit[]): Catalog {
  const removals = new Map(
    edits.filter(({ kind }) => kind === "remove").map((edit) => [JSON.stringify(edit.path), edit]),
  );
  const sets = edits.filter(({ kind }) => kind === "set");
  const ordered = [
    ...sets,
    ...[...removals.values()].sort((left, right) => comparePaths(right.path, left.path)),
  ];
  const isWithin = ({ path }: CatalogEdit): boolean => path[0] === "events" && path.length > 2;
  // The list of events is copied once, and not for each of thousands of edits.
  const events = editedEvents(catalog.events, ordered.filter(isWithin));
  // Types cannot follow paths. The edits are those of our own fixes, which keep to the format.
  return ordered
    .filter((edit) => !isWithin(edit))
    .reduce<unknown>(
      (value, edit) => edited(value, edit, 0),
      edits.length === 0 ? catalog : { ...catalog, events },
    ) as Catalog;
}

function editedEvents(events: readonly CatalogEvent[], edits: readonly CatalogEdit[]): CatalogEvent[] {
  const next = [...events];
  for (const [index, ofEvent] of Map.groupBy(edits, ({ path }) => Number(path[1]))) {
    const event = next[index];
    if (event !== undefined) {
      next[index] = ofEvent.reduce<unknown>((value, edit) => edited(value, edit, 2), event) as CatalogEvent;
    }
  }
  return next;
}

function comparePaths(left: JsonPath, right: JsonPath): number {
  for (const [index, step] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (step !== other)
      return typeof step === "number" && typeof other === "number" ? step - other : step < other ? -1 : 1;
  }
  return left.length - right.length;
}

function edited(value: unknown, edit: CatalogEdit, depth: number): unknown {
  const step = edit.path[depth];
  if (step === undefined || typeof value !== "object" || value === null) return value;
  const isLast = depth === edit.path.length - 1;
  if (Array.isArray(value)) {
    const index = Number(step);
    if (!(index in value)) return value;
    if (isLast && edit.kind === "remove") return value.toSpliced(index, 1);
    return value.with(index, isLast ? newValue(edit) : edited(value[index], edit, depth + 1));
  }
  if (step === "enum" || step === "example") return withEditedValues({ ...value }, step, edit, depth + 1);
  const members = Object.entries(value);
  if (isLast && edit.kind === "remove") {
    return withoutDigits(Object.fromEntries(members.filter(([name]) => name !== step)), String(step));
  }
  const next = isLast
    ? newValue(edit)
    : edited(
        Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined,
        edit,
        depth + 1,
      );
  return { ...value, [step]: next };
}

/** The example or the allowed values of a parameter, those that the edit leaves alone with their digits. */
function withEditedValues(
  parameter: Readonly<Record<string, unknown>>,
  field: "enum" | "example",
  edit: CatalogEdit,
  depth: number,
): unknown {
  const values = writtenScalars(parameter, field);
  const next = edit.kind === "set" ? [writtenValue(edit)] : [];
  if (field === "example") {
    const [example] = next;
    return example === undefined ? parameter : withScalars(parameter, field, example);
  }
  return withScalars(parameter, field, values.toSpliced(Number(edit.path[depth]), 1, ...next));
}

/** Only texts, numbers and Booleans are ever set as values. */
function writtenValue(edit: Extract<CatalogEdit, { kind: "set" }>): WrittenScalar {
  return { value: edit.value as WrittenScalar["value"], digits: edit.digits ?? null };
}

function newValue(edit: CatalogEdit): unknown {
  return edit.kind === "set" ? edit.value : undefined;
}
