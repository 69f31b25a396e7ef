import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { useCall } from "../../host/queries.ts";
import type { DraftKey } from "./draft-store.ts";

/** Both APIs are in the history of an event; enough is read for one of them to fill the rows. */
const READ_ROWS = 50;

/** The last exchanges of an event through one API, newest first. */
export function useLastSent({ tenantId, eventKey, api }: DraftKey): readonly ExchangeSummary[] {
  const history = useCall("history.page", { limit: READ_ROWS, tenantId, event: eventKey });
  return (history.data?.rows ?? []).filter((row) => row.api === api);
}
