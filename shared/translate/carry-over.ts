import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import type { Connection } from "../domain/tenant.ts";
import { setValue } from "../json/edit.ts";
import { parseJson } from "../json/parse.ts";
import { nodeAt, toPointer } from "../json/path.ts";
import type { JsonNode } from "../json/types.ts";
import { quoteJson } from "../json/value.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";
import type { NotCarried } from "./draft-fields.ts";
import { translateDraft } from "./translate.ts";

/** A tenant and one of its APIs, as far as a draft depends on them. */
export type CarryPlace = {
  readonly tenantName: string;
  readonly tenantNumber: number | null;
  readonly connection: Connection;
  readonly catalog: Catalog | null;
};

export type CarryInput = {
  readonly text: string;
  readonly eventKey: string;
  readonly from: CarryPlace;
  readonly to: CarryPlace;
};

/** The draft as it is for the other place, and what could not be taken along or means less there. */
export type Carried = { readonly text: string; readonly notCarried: readonly NotCarried[] };

/**
 * Takes a draft to another tenant, to the other API, or both: the tenant's number and the event's id become those of the
 * place, the rest stays to the character. A text that is no JSON object is taken as it is. Never throws.
 */
export function carryOver(input: CarryInput): Carried {
  const { text, from, to } = input;
  const event = eventIn(to.catalog, input.eventKey) ?? eventIn(from.catalog, input.eventKey);
  const translated = translateDraft({
    text,
    from: from.connection.api,
    to: to.connection.api,
    event,
    catalog: to.catalog,
    tenantNumber: to.tenantNumber,
    connection: to.connection,
  });
  if (!translated.ok) {
    const reason = `The draft is no JSON object, so it is for ${to.tenantName} as it was before.`;
    return { text, notCarried: [{ path: "", reason }] };
  }
  const moved =
    from.connection.api === to.connection.api ? atPlace(translated.text, input) : { text: translated.text };
  return {
    text: moved.text,
    notCarried: [
      ...translated.notCarried,
      ...(moved.problem === undefined ? [] : [moved.problem]),
      ...notConfigured(moved.text, input),
    ],
  };
}

type Moved = { readonly text: string; readonly problem?: NotCarried };

/** Within one API only the number that stands for the tenant or the event differs. */
function atPlace(text: string, input: CarryInput): Moved {
  return input.to.connection.api === "optievent" ? withTenant(text, input) : withEventId(text, input);
}

function withTenant(text: string, { from, to }: CarryInput): Moved {
  if (from.tenantNumber === to.tenantNumber || valueAt(text, "tenant") !== String(from.tenantNumber))
    return { text };
  if (to.tenantNumber === null) {
    const reason = `${to.tenantName} has no tenant number; the draft still has that of ${from.tenantName}.`;
    return { text, problem: { path: "/tenant", reason } };
  }
  return { text: setValue(text, ["tenant"], String(to.tenantNumber)) };
}

function withEventId(text: string, { eventKey, from, to }: CarryInput): Moved {
  const before = eventIn(from.catalog, eventKey)?.id;
  const after = eventIn(to.catalog, eventKey)?.id;
  if (before === undefined || valueAt(text, "eid") !== String(before) || before === after) return { text };
  if (after === undefined) {
    const reason = `The catalog of ${to.tenantName} has no id for ${eventKey}; the draft still has ${before}.`;
    return { text, problem: { path: "/eid", reason } };
  }
  const isText = to.connection.eidType === "string";
  return { text: setValue(text, ["eid"], isText ? quoteJson(String(after)) : String(after)) };
}

/** What the place has no configuration for, although the one before had. */
function notConfigured(text: string, { eventKey, from, to }: CarryInput): NotCarried[] {
  if (from.catalog === to.catalog || to.catalog === null) return [];
  const event = eventIn(to.catalog, eventKey);
  if (event === null) {
    return [{ path: "", reason: `The catalog of ${to.tenantName} has no event "${eventKey}".` }];
  }
  const known = new Set([...event.parameters, ...SYSTEM_PARAMETERS].map(({ name }) => name));
  const before = new Set(eventIn(from.catalog, eventKey)?.parameters.map(({ name }) => name));
  return contextNames(text)
    .filter((name) => before.has(name) && !known.has(name))
    .map((name) => ({
      path: toPointer(["context", name]),
      reason: `${to.tenantName} has no parameter "${name}" for this event.`,
    }));
}

function contextNames(text: string): readonly string[] {
  const root = rootOf(text);
  const context = root === null ? undefined : nodeAt(root, ["context"]);
  return context?.kind === "object" ? [...new Set(context.members.map(({ key }) => key.value))] : [];
}

function valueAt(text: string, field: string): string | null {
  const root = rootOf(text);
  const node = root === null ? undefined : nodeAt(root, [field]);
  if (node?.kind === "string") return node.value;
  return node?.kind === "number" ? node.text : null;
}

function rootOf(text: string): JsonNode | null {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.root : null;
}

function eventIn(catalog: Catalog | null, key: string): CatalogEvent | null {
  return catalog?.events.find((event) => event.key === key) ?? null;
}
