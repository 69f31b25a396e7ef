import { useState, type ReactNode } from "react";
import type { Preset, PresetInput } from "../../../shared/domain/preset.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { ExpectationFields } from "./expectation-fields.tsx";
import { freePresetName } from "./preset-list.ts";
import styles from "./presets.module.css";
import { usePresetActions } from "./use-preset-actions.ts";

/** Saves a draft as a preset, a new one or the one that it is from; or changes what a preset is called and expected to do. */
export function PresetDialog(props: {
  readonly title: string;
  /** What is expected of it is as this says until the user says otherwise: findings of a long draft come later. */
  readonly preset: PresetInput;
  /** What to know before it is saved. */
  readonly note?: string | null;
  /** Those there are, for names and groups. */
  readonly presets: readonly Preset[];
  readonly onSaved: (preset: Preset) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { presets } = props;
  const { save } = usePresetActions();
  const [name, setName] = useState(props.preset.name);
  const [expectation, setExpectation] = useState<Pick<PresetInput, "negative" | "expected"> | null>(null);
  const preset: PresetInput = { ...props.preset, ...expectation, name };
  const [group, setGroup] = useState(props.preset.group ?? "");
  const isKnown = preset.id !== null;
  const isTaken = presets.some((other) => other.id !== preset.id && other.name === name.trim());
  async function submit(input: PresetInput) {
    const { saved, error } = await save([{ ...input, name: input.name.trim(), group: group.trim() || null }]);
    const [first] = saved;
    if (first !== undefined) props.onSaved(first);
    return error;
  }
  const saveAsNew = () => {
    void submit({ ...preset, id: null, name: freePresetName(name.trim(), presets) }).then((error) => {
      if (error === null) props.onClose();
      return undefined;
    });
  };
  return (
    <FormDialog
      isSubmitDisabled={preset.name.trim() === "" || isTaken}
      onClose={props.onClose}
      onSubmit={() => submit(preset)}
      otherActions={isKnown ? <Button onPress={saveAsNew}>Save as a new one</Button> : null}
      submitLabel={isKnown ? "Save" : "Save preset"}
      title={props.title}
    >
      {props.note == null ? null : <Notice severity="warning">{props.note}</Notice>}
      <NameAndGroup
        group={group}
        isTaken={isTaken}
        name={name}
        onGroup={setGroup}
        onName={setName}
        presets={presets}
      />
      <ExpectationFields
        expected={preset.expected}
        negative={preset.negative}
        onChange={(negative, expected) => setExpectation({ negative, expected })}
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
  /** Another preset is called that: in lists and among the answers of a run nobody could tell them apart. */
  readonly isTaken: boolean;
  readonly onName: (name: string) => void;
  readonly group: string;
  readonly onGroup: (group: string) => void;
  readonly presets: readonly Preset[];
}): ReactNode {
  const groups = [...new Set(props.presets.flatMap((other) => other.group ?? []))];
  return (
    <>
      <TextField
        {...(props.isTaken
          ? { errorText: "There is another preset of this name. Choose one that is free." }
          : {})}
        hasFocus
        label="Name"
        onChange={props.onName}
        value={props.name}
      />
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
