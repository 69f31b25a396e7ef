import type { ReactNode } from "react";
import type { Preset } from "../../../shared/domain/preset.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { inputOf, usePresetActions } from "./use-preset-actions.ts";

/** Presets that were just deleted can be brought back. */
export function RemovedNotice(props: {
  readonly removed: readonly Preset[];
  readonly onDone: () => void;
}): ReactNode {
  const { removed, onDone } = props;
  const { save } = usePresetActions();
  const [first] = removed;
  if (first === undefined) return null;
  return (
    <Notice
      action={
        <Button onPress={() => void save(removed.map(inputOf)).then(onDone)} size="small">
          Undo
        </Button>
      }
      onDismiss={onDone}
      severity="info"
    >
      {removed.length === 1
        ? `"${first.name}" is deleted.`
        : `${formatCount(removed.length, "preset is", "presets are")} deleted.`}
    </Notice>
  );
}
