import type { ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Preset, PresetInput } from "../../../shared/domain/preset.ts";
import { useOpening } from "../../app/use-opening.ts";
import { Button } from "../../ui/button.tsx";
import { CompactLabel } from "../../ui/compact-label.tsx";
import { PresetDialog } from "../presets/preset-dialog.tsx";
import { freePresetName, likelyExpectation } from "../presets/preset-list.ts";
import { inputOf } from "../presets/use-preset-actions.ts";
import { showToast } from "../../ui/toast.tsx";
import type { DraftKey } from "./draft-store.ts";
import type { DraftEditor } from "./use-draft.ts";

/** Saves the draft as a preset: a new one, or the one that it was opened from. */
export function SavePreset(props: {
  readonly draftKey: DraftKey;
  readonly draft: DraftEditor;
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly presets: readonly Preset[];
  /** The event that the text is of, where that is another one than the draft's. */
  readonly otherEventKey: string | null;
}): ReactNode {
  const { draft, presets } = props;
  const { isOpen, setIsOpen, button } = useOpening("preset.save");
  return (
    <>
      <Button label="Save as preset" onPress={() => setIsOpen(true)} ref={button}>
        <CompactLabel short="Save">Save as preset</CompactLabel>
      </Button>
      {isOpen ? (
        <PresetDialog
          onClose={() => setIsOpen(false)}
          onSaved={({ id, name }) => {
            draft.setPreset(id);
            showToast({ tone: "done", title: `${name} is saved` });
          }}
          note={otherEventNote(props)}
          preset={presetOfDraft(props)}
          presets={presets}
          title="Save as preset"
        />
      ) : null}
    </>
  );
}

function otherEventNote({ otherEventKey, draftKey }: Parameters<typeof SavePreset>[0]): string | null {
  if (otherEventKey === null) return null;
  return `The text is of ${otherEventKey}. The preset is kept with those of ${draftKey.eventKey} all the same.`;
}

function presetOfDraft({
  draftKey,
  draft,
  title,
  findings,
  presets,
}: Parameters<typeof SavePreset>[0]): PresetInput {
  const { text } = draft;
  const variables = [...draft.variables];
  const from = presets.find(({ id }) => id === draft.presetId);
  if (from !== undefined) return { ...inputOf(from), text, variables };
  const { tenantId, api, eventKey } = draftKey;
  const name = freePresetName(title, presets);
  return {
    id: null,
    tenantId,
    api,
    eventKey,
    name,
    group: null,
    text,
    variables,
    ...likelyExpectation(findings),
  };
}
