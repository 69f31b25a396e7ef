import { randomUUID } from "node:crypto";
import type { CallName } from "../../../shared/contract/calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { failure, success } from "../../../shared/result/result.ts";
import { NO_CHANGE } from "../history/announce-appends.ts";
import { refusalOf } from "../vault/vault-refusals.ts";
import type { Services } from "./services.ts";

const EVERYTHING = { kind: "query", query: { text: "", timeZone: "UTC" }, upTo: null } as const;

type HistoryHandlers = Pick<Handlers, Extract<CallName, `history.${string}`>>;

export function createHistoryHandlers(services: Services): HistoryHandlers {
  const { history, vault } = services;
  const unavailable = () => failure("history.unavailable", "This part of history is not in place yet.");
  return {
    "history.count": unavailable,
    "history.facets": unavailable,
    "history.series": unavailable,
    "history.status": () => success(history.status()),
    "history.annotation": ({ id }) => history.annotations.get(id),
    "history.annotate": ({ ids, ...change }) => {
      const changed = history.annotations.change(ids, change, services.clock.now());
      if (changed.ok) services.events.emit("history.changed", { ...NO_CHANGE, annotated: namedFew(ids) });
      return changed;
    },
    "history.previewRemoval": unavailable,
    "history.remove": unavailable,
    "history.retention": unavailable,
    "history.setRetention": unavailable,
    "history.previewRetention": unavailable,
    "history.applyRetention": unavailable,
    "history.verify": unavailable,
    "history.stop": unavailable,
    "history.views": unavailable,
    "history.saveView": unavailable,
    "history.removeView": unavailable,
    "history.page": (input) => success(history.page(input)),
    "history.get": ({ id }) => history.get(id),
    "history.export": ({ ids }) => {
      // Records hold no secret that was known when they were made; an export is looked through again for those of today.
      const refusal = refusalOf(vault.state());
      if (refusal !== null) return { ok: false, error: refusal };
      const selection = ids === null ? EVERYTHING : { kind: "ids" as const, ids };
      return services.exports.start(randomUUID(), { selection, format: "json", profile: "none" });
    },
  };
}

const MOST_NAMED = 100;

function namedFew(ids: readonly string[]): string[] | null {
  return ids.length > MOST_NAMED ? null : [...ids];
}
