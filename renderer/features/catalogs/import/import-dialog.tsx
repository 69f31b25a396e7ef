import { useState, type ReactNode } from "react";
import { problemsCsv } from "../../../../shared/catalog-import/problems-csv.ts";
import type { ImportProblem } from "../../../../shared/catalog-import/types.ts";
import type { Catalog } from "../../../../shared/domain/catalog.ts";
import type { Result } from "../../../../shared/result/result.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { formatCount } from "../../../ui/quantities.ts";
import { useSaveText } from "../../../app/use-save-text.ts";
import { TenantOfferView, useTenantOffer } from "./found-tenant.tsx";
import { countTaken, mergeChoices, NO_DECISIONS } from "./import-choices.ts";
import { ImportOption } from "./import-option.tsx";
import { ImportPlanView } from "./import-plan.tsx";
import { ImportProblems } from "./import-problems.tsx";
import { ImportFormatChoice, ImportOutcome } from "./import-recognised.tsx";
import { NOTHING } from "./import-source.ts";
import { ImportSourcePane } from "./import-source-pane.tsx";
import { ImportTables } from "./import-tables.tsx";
import styles from "./import.module.css";
import { useImport } from "./use-import.ts";
import { useImportInput } from "./use-import-input.ts";
import { useTakeImport } from "./use-take-import.ts";

/** Where an import goes. `from` names the source in a few words. */
export type ImportTarget = {
  /** What is changed; null where there is only a new catalog to make. */
  readonly catalog: Catalog | null;
  readonly catalogId: string | null;
  /** Puts the merged catalog in the place of the present one. */
  readonly onMerge: (catalog: Catalog, from: string) => void;
  /** Makes a new catalog and answers its id. */
  readonly onCreate: (catalog: Catalog, from: string) => Promise<Result<string>>;
};

type ImportDialogProps = {
  readonly target: ImportTarget;
  /** A file that was dropped on the screen. */
  readonly file: File | null;
  readonly onClose: () => void;
};

/** Reads a list of events from anywhere and shows what it would change, before anything does. */
export function ImportDialog(props: ImportDialogProps): ReactNode {
  const model = useImportModel(props);
  const { state, input, reading, read } = model;
  return (
    <Dialog
      actions={<DialogActions model={model} onClose={props.onClose} />}
      isKept
      isOpen
      isWide
      onClose={props.onClose}
      title="Import events"
    >
      {/* Dropping is one more way to do what the field and the button do. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- There is a button and a field for the same. */}
      <div className={styles.columns} onDragOver={(event) => event.preventDefault()} onDrop={input.onDrop}>
        <div className={styles.left}>
          <ImportSourcePane
            onChange={input.change}
            onFile={input.takeFile}
            onHistory={input.takeSent}
            problem={input.problem}
            source={state.source}
          />
          <ImportFormatChoice state={state} />
          <ImportOptions model={model} target={props.target} />
          <TenantOfferView offer={model.tenant} />
        </div>
        <div aria-busy={state.isReading} aria-live="polite" className={styles.right}>
          <ImportOutcome state={state} />
          <ImportTables
            onFirstRowIsData={state.setFirstRowIsData}
            onMapping={state.setMapping}
            tables={state.tables}
          />
          {reading === null ? null : (
            <ImportProblems
              onExport={() => model.exportProblems(reading.result.problems)}
              result={reading.result}
            />
          )}
          {read === null || reading?.plan == null ? null : (
            <ImportPlanView
              decisions={model.decisions}
              guesses={read.guesses}
              onDecide={model.setDecisions}
              plan={reading.plan}
              source="source"
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

type ImportModel = ReturnType<typeof useImportModel>;

function DialogActions(props: { readonly model: ImportModel; readonly onClose: () => void }): ReactNode {
  const { model } = props;
  return (
    <>
      {model.state.isReading ? (
        <Button onPress={() => model.state.setSource(NOTHING)}>Stop reading</Button>
      ) : null}
      <Button onPress={props.onClose}>Cancel</Button>
      <Button
        isDisabled={!model.canTake}
        isPending={model.isTaking}
        onPress={() => void model.take()}
        variant="primary"
      >
        {model.deed}
      </Button>
    </>
  );
}

function useImportModel({ target, file, onClose }: ImportDialogProps) {
  const [isNew, setNew] = useState(target.catalog === null);
  const [decisions, setDecisions] = useState(NO_DECISIONS);
  const [takesFields, setTakesFields] = useState(false);
  const state = useImport(isNew ? null : target.catalog);
  const input = useImportInput((source) => {
    setDecisions(NO_DECISIONS);
    state.setSource(source);
  }, file);
  const { reading } = state;
  const read = reading?.result.ok === true ? reading.result : null;
  const plan = reading?.plan ?? null;
  const tenant = useTenantOffer(read?.tenant ?? null);
  const taking = useTakeImport({ target, tenant, onProblem: input.say, onTaken: onClose });
  async function take(): Promise<void> {
    if (read === null || plan === null) return;
    const choices = mergeChoices(plan, decisions, isNew || takesFields);
    await taking.take({ read, choices, fileName: state.source.fileName, isNew });
  }
  const saveText = useSaveText();
  const exportProblems = (problems: readonly ImportProblem[]) =>
    saveText(
      { suggestedName: "import-problems.csv", mimeType: "text/csv", text: problemsCsv(problems) },
      `${formatCount(problems.length, "problem", "problems")} exported`,
    );
  const counts = plan === null ? null : countTaken(plan, decisions);
  const taken = counts === null ? 0 : counts.added + counts.changed + counts.same + counts.missing;
  return {
    state,
    input,
    reading,
    read,
    plan,
    tenant,
    decisions,
    setDecisions,
    isNew,
    setNew: (next: boolean) => {
      setDecisions(NO_DECISIONS);
      setNew(next);
    },
    takesFields,
    setTakesFields,
    take,
    isTaking: taking.isTaking,
    exportProblems,
    canTake: plan !== null && (taken > 0 || takesFields || tenant.isWanted),
    deed: isNew ? "Make catalog" : `Take ${formatCount(taken, "event", "events")}`,
  };
}

function ImportOptions(props: { readonly model: ImportModel; readonly target: ImportTarget }): ReactNode {
  const { model, target } = props;
  const hasFields = !model.isNew && model.plan !== null && model.plan.catalogFields.length > 0;
  return (
    <>
      {target.catalog === null ? null : (
        <ImportOption isOn={model.isNew} label="Make a new catalog of it" onChange={model.setNew} />
      )}
      {hasFields ? (
        <ImportOption
          isOn={model.takesFields}
          label="Take its name and conventions too"
          onChange={model.setTakesFields}
        />
      ) : null}
    </>
  );
}
