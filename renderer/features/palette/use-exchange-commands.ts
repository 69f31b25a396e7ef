import { useDeferredValue } from "react";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { Command } from "../../app/actions-context.tsx";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useCall } from "../../host/queries.ts";
import { outcomeLabel } from "../../ui/badge.tsx";
import { listTime } from "../history/moments.ts";
import { asHistoryQuery, withOutcomeBegun } from "./exchange-query.ts";

/** What is listed only because the words find it: it is what it was when it was found. */
export const EXCHANGES = "Exchanges";
const MOST_EXCHANGES = 8;
/** Fewer letters are in every exchange. */
const SHORTEST_QUERY = 3;
const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The newest exchanges that the words find; where no text has them, those of the outcome that the last word begins. */
export function useExchangeCommands(query: string): readonly Command[] {
  const { showExchange } = useNavigation();
  const text = useDeferredValue(query.trim());
  const found = useFound(text.length >= SHORTEST_QUERY ? asHistoryQuery(text) : null);
  const begun = useFound(found?.length === 0 ? withOutcomeBegun(text) : null);
  return [...(found ?? []), ...(begun ?? [])].map((row) => ({
    id: `exchange:${row.id}`,
    section: EXCHANGES,
    title: [outcomeLabel(row.outcome), row.event, row.identity?.value].filter(Boolean).join(" · "),
    detail: listTime(row.sentAt, new Date()),
    run: () => showExchange(row.id),
  }));
}

/** null where there is nothing to ask, or no answer yet. */
function useFound(text: string | null): readonly ExchangeSummary[] | null {
  const page = useCall(
    "history.page",
    { query: { text: text ?? "", timeZone: TIME_ZONE }, limit: MOST_EXCHANGES, lane: "palette" },
    { isEnabled: text !== null },
  );
  return text === null ? null : (page.data?.rows ?? null);
}
