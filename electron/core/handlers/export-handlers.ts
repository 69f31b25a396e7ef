import type { ExportCallName } from "../../../shared/contract/export-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import { refusalOf } from "../vault/vault-refusals.ts";
import type { Services } from "./services.ts";

type ExportHandlers = Pick<Handlers, ExportCallName>;

/** What leaves is looked through for the secrets of today as well, so these have to be known. */
export function createExportHandlers({ exports, vault }: Services): ExportHandlers {
  const refused = () => {
    const refusal = refusalOf(vault.state());
    return refusal === null ? null : ({ ok: false, error: refusal } as const);
  };
  return {
    "export.preview": ({ taskId, ...request }) => refused() ?? exports.preview(taskId, request),
    "export.start": ({ taskId, ...request }) => refused() ?? exports.start(taskId, request),
    "export.cancel": ({ taskId }) => success({ wasRunning: exports.cancel(taskId) }),
  };
}
