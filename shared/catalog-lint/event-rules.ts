import { isSameValue } from "../catalog/same-value.ts";
import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import { listed, plural } from "../text/counts.ts";
import { named } from "../validation/words.ts";
import { findingAt } from "./collector.ts";
import { checkParameter } from "./parameter-rules.ts";
import type { CatalogFinding, LintOptions } from "./types.ts";

/** What can be said of an event without the others; all of it holds as long as the event and its place are the same. */
export function checkEvent(event: CatalogEvent, eventIndex: number, options: LintOptions): CatalogFinding[] {
  const place = { event, eventIndex, parameterIndex: null };
  const findings: CatalogFinding[] = [...checkId(event, eventIndex)];
  if (event.apis?.length === 0) {
    const path = ["events", eventIndex, "apis"];
    const fix = { label: "Take it for both APIs", edits: [{ kind: "remove", path }] } as const;
    // Without an id it would be none for both either.
    const message = `${named(event.key)} is for no API, so it can be sent to none.`;
    findings.push(
      findingAt("event.no-api", { ...place, field: ["apis"] }, message, {
        fix: event.id === undefined ? null : fix,
      }),
    );
  }
  if (event.parameters.length > options.maxParameters) {
    const message = `${named(event.key)} has ${event.parameters.length} parameters; at most ${options.maxParameters} are allowed.`;
    findings.push(findingAt("event.too-many-parameters", { ...place, field: ["parameters"] }, message));
  }
  for (const [parameterIndex, parameter] of event.parameters.entries()) {
    for (const finding of checkParameter({ event, eventIndex, parameterIndex, parameter }))
      findings.push(finding);
  }
  findings.push(...checkDuplicates(event, eventIndex));
  const undescribed = checkDescriptions(event, eventIndex);
  return undescribed === null ? findings : [...findings, undescribed];
}

function checkDuplicates(event: CatalogEvent, eventIndex: number): CatalogFinding[] {
  const first = new Map<string, Parameter>();
  const findings: CatalogFinding[] = [];
  for (const [parameterIndex, parameter] of event.parameters.entries()) {
    const { name } = parameter;
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, parameter);
      continue;
    }
    const path = ["events", eventIndex, "parameters", parameterIndex];
    const fix = { label: `Remove the second ${name}`, edits: [{ kind: "remove", path } as const] };
    const isSame = isSameValue(other, parameter);
    const end = isSame ? "they are the same in everything" : "only the last of them counts";
    const message = `${named(event.key)} has ${named(name)} twice; ${end}.`;
    const place = { event, eventIndex, parameterIndex, field: ["name"] };
    findings.push(findingAt("parameter.duplicate-name", place, message, { fix: isSame ? fix : null }));
  }
  return findings;
}

const FIRST_CORE_ID = 1000;
const LAST_CORE_ID = 1099;
const FIRST_CUSTOM_ID = 1101;

function checkId(event: CatalogEvent, eventIndex: number): CatalogFinding[] {
  const place = { event, eventIndex, parameterIndex: null, field: ["id"] };
  const { id, apis } = event;
  if (id === undefined) {
    if (apis !== undefined && !apis.includes("realtime")) return [];
    const isStated = apis?.includes("realtime") === true;
    const message = isStated
      ? `${named(event.key)} is for Realtime, which names events by their id, and has none.`
      : `${named(event.key)} has no id, so it cannot be sent to Realtime. Give it one, or say that it is for OptiEvent only.`;
    return [findingAt("event.id-missing", place, message, { severity: isStated ? "error" : "warning" })];
  }
  if (id >= FIRST_CORE_ID && id <= LAST_CORE_ID) {
    const message = `${named(event.key)} has the id ${id}. Those from ${FIRST_CORE_ID} to ${LAST_CORE_ID} are the vendor's core events.`;
    return [findingAt("event.id-core", place, message)];
  }
  if (id >= FIRST_CUSTOM_ID) return [];
  const message = `${named(event.key)} has the id ${id}. Those of custom events start at ${FIRST_CUSTOM_ID}.`;
  return [findingAt("event.id-range", place, message)];
}

/** One finding for each event: a catalog without any description is one piece of work for each event, not for each row. */
function checkDescriptions(event: CatalogEvent, eventIndex: number): CatalogFinding | null {
  const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === "";
  const names = event.parameters
    .filter(({ description }) => isBlank(description))
    .map(({ name }) => named(name));
  const isEventBlank = isBlank(event.description);
  if (!isEventBlank && names.length === 0) return null;
  const parameters = names.length <= 3 ? listed(names, 3) : plural(names.length, "parameter");
  const what = [isEventBlank ? named(event.key) : null, names.length === 0 ? null : parameters]
    .filter((part) => part !== null)
    .join(" and ");
  const verb =
    isEventBlank && names.length === 0 ? "has" : names.length === 1 && !isEventBlank ? "has" : "have";
  const place = { event, eventIndex, parameterIndex: null, field: ["description"] };
  return findingAt("event.no-description", place, `${what} ${verb} no description.`);
}
