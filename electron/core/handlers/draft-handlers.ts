import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

type DraftHandlers = Pick<Handlers, "drafts.list" | "drafts.save" | "drafts.remove">;

export function createDraftHandlers({ workspace, events }: Services): DraftHandlers {
  const { drafts } = workspace;
  return {
    "drafts.list": ({ tenantId }) => success([...drafts.list(tenantId)]),
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
