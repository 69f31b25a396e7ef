import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { DraftCallName } from "../../../shared/contract/draft-calls.ts";
import { success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

export function createDraftHandlers({ workspace, events }: Services): Pick<Handlers, DraftCallName> {
  const { drafts } = workspace;
  return {
    "drafts.list": ({ tenantId }) => success([...drafts.list(tenantId)]),
    "drafts.steps": ({ id }) => success(drafts.steps(id)),
    "drafts.save": (draft) => {
      const saved = drafts.save(draft);
      if (saved.ok) events.emit("drafts.changed", { tenantId: draft.tenantId });
      return saved;
    },
    "drafts.remove": ({ id }) => {
      const removed = drafts.remove(id);
      if (!removed.ok) return removed;
      if (removed.value !== null) events.emit("drafts.changed", { tenantId: removed.value.tenantId });
      return success({});
    },
  };
}
