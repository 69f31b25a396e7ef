import { eventNamed } from "../compose/declared-type.ts";
import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import type { Api } from "../domain/tenant.ts";

/** Which event a draft's text is of: the draft's own, another one of the catalog, or none that is known. */
export type WhoseText =
  | { readonly kind: "own" | "unknown" }
  | { readonly kind: "other"; readonly event: CatalogEvent };

/**
 * Tells by the name that the body gives the event, OptiEvent's key or Realtime's number as text. A name that the catalog does
 * not have may be a slip, or be wrong on purpose: it makes no other event.
 */
export function whoseText(
  name: string | null,
  draft: { readonly api: Api; readonly event: CatalogEvent; readonly catalog: Catalog },
): WhoseText {
  const { api, event, catalog } = draft;
  if (name === null || name.trim() === "") return { kind: "unknown" };
  const isOwn = api === "realtime" ? Number(name) === event.id : name === event.key;
  if (isOwn) return { kind: "own" };
  const named = eventNamed(name, api, catalog);
  if (named === null) return { kind: "unknown" };
  return named.key === event.key ? { kind: "own" } : { kind: "other", event: named };
}
