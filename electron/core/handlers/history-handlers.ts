import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import { exportHistory } from "../export/export-history.ts";
import type { Services } from "./services.ts";

type HistoryHandlers = Pick<Handlers, "history.page" | "history.get" | "history.export">;

export function createHistoryHandlers(services: Services): HistoryHandlers {
  const { history, secrets } = services;
  return {
    "history.page": (input) => success(history.page(input)),
    "history.get": ({ id }) => history.get(id),
    "history.export": ({ ids }) =>
      exportHistory({ ...services, redact: (text) => secrets.redact(text) }, ids),
  };
}
