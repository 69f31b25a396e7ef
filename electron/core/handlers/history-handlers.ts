import type { CallName, ParsedCallInput } from "../../../shared/contract/calls.ts";
import type { Caller, Handlers } from "../../../shared/contract/dispatch.ts";
import { printQuery } from "../../../shared/history-query/print.ts";
import type { Term } from "../../../shared/history-query/types.ts";
import { success } from "../../../shared/result/result.ts";
import { createHistoryChangeHandlers } from "./history-change-handlers.ts";
import { saveBody, withBeginning } from "./long-body.ts";
import type { Services } from "./services.ts";

type HistoryHandlers = Pick<Handlers, Extract<CallName, `history.${string}`>>;

export function createHistoryHandlers(services: Services): HistoryHandlers {
  const { history, longAnswers } = services;
  return {
    ...createHistoryChangeHandlers(services),
    "history.page": async (input, caller) => {
      const page = await history.finding.ask("page", withinQuery(input), laneOf(input.lane, caller, "page"));
      return page.ok ? success({ ...page.value, total: history.count(input) }) : page;
    },
    "history.count": (input, caller) =>
      history.finding.ask("count", input, laneOf(input.lane, caller, "count")),
    "history.facets": (input, caller) =>
      history.finding.ask(
        "facets",
        { ...input, newerThan: null, upTo: null },
        laneOf(input.lane, caller, "facets"),
      ),
    "history.series": (input, caller) =>
      history.finding.ask(
        "series",
        { ...input, newerThan: null, upTo: null },
        laneOf(input.lane, caller, "series"),
      ),
    "history.status": () => success(history.status()),
    "history.get": ({ id }) => {
      const found = history.withoutLongBody(id);
      return found.ok ? withBeginning(longAnswers, found.value) : found;
    },
    "history.body": ({ id, from }) => longAnswers.piece(id, from),
    "history.saveBody": ({ id }) => saveBody(services, id),
    "history.annotation": ({ id }) => history.annotations.get(id),
  };
}

/** One window's questions do not supersede another's. */
function laneOf(lane: string | null, { windowId }: Caller, what: string): string | null {
  return lane === null ? null : `${windowId} ${what} ${lane}`;
}

/** Event and tenant as terms of the query. */
function withinQuery(input: ParsedCallInput<"history.page">): ParsedCallInput<"history.page"> {
  const { event, tenantId } = input;
  const term = (facet: "event" | "tenant", value: string | undefined): Term[] =>
    value === undefined ? [] : [{ kind: "facet", negated: false, facet, values: [value] }];
  const text = printQuery([...term("tenant", tenantId), ...term("event", event)]);
  return { ...input, query: { ...input.query, text: `${input.query.text} ${text}`.trim() } };
}
