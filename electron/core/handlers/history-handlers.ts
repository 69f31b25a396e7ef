import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import { exportHistory } from "../export/export-history.ts";
import { refusalOf } from "../vault/vault-refusals.ts";
import type { Services } from "./services.ts";

type HistoryHandlers = Pick<Handlers, "history.page" | "history.get" | "history.export">;

export function createHistoryHandlers(services: Services): HistoryHandlers {
  const { history, secrets, vault } = services;
  return {
    "history.page": (input) => success(history.page(input)),
    "history.get": ({ id }) => history.get(id),
    "history.export": ({ ids }) => {
      // Records hold no secret that was known when they were made; an export is looked through again for those of today.
      const refusal = refusalOf(vault.state());
      if (refusal !== null) return { ok: false, error: refusal };
      return exportHistory({ ...services, redact: (text) => secrets.redact(text) }, ids);
    },
  };
}
