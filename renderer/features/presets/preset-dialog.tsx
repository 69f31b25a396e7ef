import { useState, type ReactNode } from "react";
import type { Preset, PresetInput } from "../../../shared/domain/preset.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { ExpectationFields } from "./expectation-fields.tsx";
import { freePresetName } from "./preset-list.ts";
import styles from "./presets.module.css";
import { usePresetActions } from "./use-preset-actions.ts";

/** Saves a draft as a preset, a new one or the one that it is from; or changes what a preset is called and expected to do. */
export function PresetDialog(props: {
  readonly title: string;
  readonly preset: PresetInput;
  /** Those there are, for names and groups. */
  readonly presets: readonly Preset[];
  readonly onSaved: (preset: Preset) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { presets } = props;
  const { save } = usePresetActions();
  const [preset, setPreset] = useState(props.preset);
  const [group, setGroup] = useState(props.preset.group ?? "");
  const isKnown = preset.id !== null;
  async function submit(input: PresetInput) {
    const { saved, error } = await save([{ ...input, name: input.name.trim(), group: group.trim() || null }]);
    const [first] = saved;
    if (first !== undefined) props.onSaved(first);
    return error;
  }
  const saveAsNew = () => {
    const name = freePresetName(preset.name.trim(), presets);
    void submit({ ...preset, id: null, name }).then((error) => {
      if (error === null) props.onClose();
      return undefined;
    });
  };
  return (
    <FormDialog
      isSubmitDisabled={preset.name.trim() === ""}
      onClose={props.onClose}
      onSubmit={() => submit(preset)}
      otherActions={isKnown ? <Button onPress={saveAsNew}>Save as a new one</Button> : null}
      submitLabel={isKnown ? "Save" : "Save preset"}
      title={props.title}
    >
      <NameAndGroup
        group={group}
        name={preset.name}
        onGroup={setGroup}
        onName={(name) => setPreset({ ...preset, name })}
        presets={presets}
      />
      <ExpectationFields
        expected={preset.expected}
        negative={preset.negative}
        onChange={(negative, expected) => setPreset({ ...preset, negative, expected })}
      />
      {preset.variables.length === 0 ? null : (
        <p className={styles.quiet}>
          {`Its variables go with it: ${preset.variables.map(({ name }) => name).join(", ")}.`}
        </p>
      )}
    </FormDialog>
  );
}

function NameAndGroup(props: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly group: string;
  readonly onGroup: (group: string) => void;
  readonly presets: readonly Preset[];
}): ReactNode {
  const groups = [...new Set(props.presets.flatMap((other) => other.group ?? []))];
  return (
    <>
      <TextField hasFocus label="Name" onChange={props.onName} value={props.name} />
      <TextField
        description={groups.length === 0 ? "A heading to list it under." : `There are: ${groups.join(", ")}`}
        label="Group"
        onChange={props.onGroup}
        placeholder="none"
        value={props.group}
      />
    </>
  );
}
