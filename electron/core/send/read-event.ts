import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { Identity } from "../../../shared/domain/exchange.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { nodeAt } from "../../../shared/json/path.ts";
import type { JsonNode } from "../../../shared/json/types.ts";

/** Which event a request text is and whose, for the record; nulls for what it does not say, or for no JSON at all. */
export type EventFacts = { readonly event: string | null; readonly identity: Identity | null };

const identityFields: Readonly<Record<Api, readonly (readonly [string, Identity["kind"]])[]>> = {
  optievent: [
    ["customer", "customer"],
    ["visitor", "visitor"],
  ],
  // The web SDK's `visitorId` is in no document of the API, but it says who is meant where it occurs.
  realtime: [
    ["cid", "customer"],
    ["visitorId", "visitor"],
  ],
};

/** Reads any text; never throws. */
export function readEventFacts(text: string, api: Api, catalog: Catalog | null): EventFacts {
  const parsed = parseJson(text);
  if (!parsed.ok) return { event: null, identity: null };
  return { event: readEvent(parsed.root, api, catalog), identity: readIdentity(parsed.root, api) };
}

function readEvent(root: JsonNode, api: Api, catalog: Catalog | null): string | null {
  if (api === "optievent") return scalarText(nodeAt(root, ["event"]));
  const eid = scalarText(nodeAt(root, ["eid"]));
  if (eid === null) return null;
  const known = catalog?.events.find((event) => event.id !== undefined && String(event.id) === eid);
  return known?.key ?? eid;
}

function readIdentity(root: JsonNode, api: Api): Identity | null {
  for (const [field, kind] of identityFields[api]) {
    const value = scalarText(nodeAt(root, [field]));
    if (value !== null) return { kind, value };
  }
  return null;
}

/** What a person would call the value: a string's content, a number as written. An empty string names nothing. */
function scalarText(node: JsonNode | undefined): string | null {
  if (node?.kind === "string") return node.value === "" ? null : node.value;
  return node?.kind === "number" ? node.text : null;
}
