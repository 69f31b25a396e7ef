import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Draft, DraftKey } from "../../../shared/domain/draft.ts";
import { whoseText } from "../../../shared/form/whose-text.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { eventNameOf } from "../../../shared/paste/event-shape.ts";
import { showToast } from "../../ui/toast.tsx";
import { useComposeStores } from "./compose-provider.tsx";
import { freeNumber, tabLabel } from "./draft-tabs.ts";
import type { DraftEditor } from "./use-draft.ts";
import type { OpenDraftsHandle } from "./use-open-drafts.ts";

type Move = {
  readonly draft: DraftEditor;
  readonly draftKey: DraftKey;
  /** What a new draft of its event is. */
  readonly example: string;
  readonly event: CatalogEvent;
  readonly catalog: Catalog;
  /** The event that the text is of. */
  readonly other: CatalogEvent;
};

export type MoveDraft = (move: Move) => void;

/**
 * Moves a text that is of another event into a draft of that event which nothing was written in yet. The draft that it comes
 * from has again what it had before, as a step of undo, so that nothing is lost in either.
 */
export function useMoveDraft(drafts: OpenDraftsHandle, saved: readonly Draft[]): MoveDraft {
  const { drafts: store } = useComposeStores();
  return (move) => {
    const { draft, draftKey, other } = move;
    const { tenantId, api } = draftKey;
    const changed = [...store.drafts.get().values()];
    const here = [...changed, ...saved].filter((one) => one.tenantId === tenantId && one.api === api);
    const tab = { eventKey: other.key, number: freeNumber(here, other.key) };
    const { text } = draft;
    const variables = [...draft.variables];
    store.setPreset({ tenantId, api, ...tab }, { text, variables, presetId: null }, null);
    const past = store.drafts.get().get(draft.id)?.past ?? store.steps.get().get(draft.id)?.past ?? [];
    draft.edit(null, () => textBefore(past, move));
    drafts.show(tab);
    showToast({
      tone: "done",
      title: `Opened as ${tabLabel(tab)}`,
      text: `The draft of ${draftKey.eventKey} has what it had before.`,
    });
  };
}

/** The last text of the draft that was of its own event, else a new draft's. */
function textBefore(past: readonly string[], { draftKey, event, catalog, example }: Move): string {
  const own = past.findLast((text) => {
    const parsed = parseJson(text);
    if (!parsed.ok || parsed.root.kind !== "object") return false;
    const { api } = draftKey;
    return whoseText(eventNameOf(parsed.root, api), { api, event, catalog }).kind === "own";
  });
  return own ?? example;
}
