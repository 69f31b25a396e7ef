import { useState, type ReactNode } from "react";
import type { ExportProgress } from "../../../shared/contract/export-calls.ts";
import type { SavedFile } from "../../../shared/contract/saved-file.ts";
import type { ExportFormat, RedactionProfile } from "../../../shared/domain/history-export.ts";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { announceWrittenFile } from "../../ui/saved-file.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import styles from "./export.module.css";
import { FORMAT_OPTIONS, PROFILE_OPTIONS, PROFILE_SENTENCES, purposeOf } from "./formats.ts";
import { PreviewList } from "./preview-list.tsx";
import { useExportPreview } from "./use-export-preview.ts";
import { useExportTask } from "./use-export-task.ts";

/** What can be exported: what is selected, what the filter finds, everything. `count` null where it is not known. */
export type ExportScope = {
  readonly value: string;
  readonly label: string;
  readonly selection: HistorySelection;
  readonly count: number | null;
};

/** What was chosen last in this window: who exports once often exports again. */
let lastFormat: ExportFormat = "bundle";
let lastProfile: RedactionProfile = "pseudonymised";

/** Chooses what to export, how, and with which personal data; shows what will be replaced; writes it with progress. */
export function ExportDialog(props: {
  /** At least one; the first is what is expected. */
  readonly scopes: readonly ExportScope[];
  readonly onClose: () => void;
}): ReactNode {
  const { scopes, onClose } = props;
  const [choice, setChoice] = useState<Choice>({
    scope: scopes[0]?.value ?? "",
    format: lastFormat,
    profile: lastProfile,
  });
  const scope = scopes.find(({ value }) => value === choice.scope) ?? scopes[0];
  const task = useExportTask((file: SavedFile) => {
    announceWrittenFile(file, "The export is complete");
    onClose();
  });
  const isRunning = task.progress !== null;
  if (scope === undefined) return null;
  const begin = () => {
    const { format, profile } = choice;
    lastFormat = format;
    lastProfile = profile;
    task.start({ selection: scope.selection, format, profile });
  };
  const actions = (
    <>
      <Button onPress={isRunning ? task.cancel : onClose}>{isRunning ? "Stop" : "Cancel"}</Button>
      <Button isDisabled={scope.count === 0} isPending={isRunning} onPress={begin} variant="primary">
        Export
      </Button>
    </>
  );
  const close = () => {
    if (isRunning) task.cancel();
    onClose();
  };
  return (
    <Dialog actions={actions} isKept isOpen onClose={close} title="Export history">
      <div className={styles.form}>
        <Choices choice={choice} isDisabled={isRunning} onChange={setChoice} scope={scope} scopes={scopes} />
        {task.progress === null ? null : <Progress progress={task.progress} />}
        <div aria-live="polite">
          {task.problem === null ? null : <Notice severity="danger">{task.problem}</Notice>}
          {task.wasStopped ? (
            <Notice severity="info">The export was stopped. Nothing of it was left behind.</Notice>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

type Choice = { readonly scope: string; readonly format: ExportFormat; readonly profile: RedactionProfile };

function Choices(props: {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly scopes: readonly ExportScope[];
  readonly scope: ExportScope;
  readonly isDisabled: boolean;
}): ReactNode {
  const { choice, onChange, scopes, scope, isDisabled } = props;
  return (
    <>
      <div className={styles.personal}>
        <span className={styles.label}>Exchanges</span>
        {scopes.length > 1 ? (
          <SegmentedControl
            isDisabled={isDisabled}
            label="Exchanges"
            onChange={(value) => onChange({ ...choice, scope: value })}
            options={scopes}
            value={scope.value}
          />
        ) : null}
        <p className={scopes.length > 1 ? styles.hint : undefined}>{describeScope(scope)}</p>
      </div>
      <Select
        description={purposeOf(choice.format)}
        isDisabled={isDisabled}
        label="Format"
        onChange={(format) => onChange({ ...choice, format })}
        options={FORMAT_OPTIONS}
        value={choice.format}
      />
      <PersonalData
        isDisabled={isDisabled}
        onChange={(profile) => onChange({ ...choice, profile })}
        profile={choice.profile}
        selection={scope.selection}
      />
    </>
  );
}

function describeScope({ label, count }: ExportScope): string {
  return count === null ? label : `${label}: ${formatCount(count, "exchange", "exchanges")}`;
}

function PersonalData(props: {
  readonly profile: RedactionProfile;
  readonly onChange: (profile: RedactionProfile) => void;
  readonly selection: HistorySelection;
  readonly isDisabled: boolean;
}): ReactNode {
  const { data, error, isPlaceholderData } = useExportPreview(
    props.selection,
    props.profile,
    !props.isDisabled,
  );
  return (
    <div className={styles.personal}>
      <span className={styles.label}>Personal data</span>
      <SegmentedControl
        isDisabled={props.isDisabled}
        label="Personal data"
        onChange={props.onChange}
        options={PROFILE_OPTIONS}
        value={props.profile}
      />
      <p className={styles.hint}>{PROFILE_SENTENCES[props.profile]}</p>
      {error === null ? null : <Notice severity="danger">{error.message}</Notice>}
      {data === undefined ? null : <PreviewList isOld={isPlaceholderData} preview={data} />}
    </div>
  );
}

function Progress({ progress }: { readonly progress: ExportProgress }): ReactNode {
  const { done, total, bytes } = progress;
  const share = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <div className={styles.progress}>
      <progress aria-label="Export" max={100} value={share} />
      <span className={styles.hint}>{`${share} %, ${(bytes / 1e6).toFixed(1)} MB written`}</span>
    </div>
  );
}
