import type { ReactNode } from "react";
import type { ImportPreview } from "../../../shared/contract/import-calls.ts";
import { OUTCOME_WORDS } from "../../../shared/export/words.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Notice } from "../../ui/notice.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";
import styles from "./import.module.css";
import { useImport, type ImportState } from "./use-import.ts";

/** Takes in somebody else's evidence: a file, what it would bring, and the decision. */
export function ImportDialog(props: { readonly onClose: () => void }): ReactNode {
  const { onClose } = props;
  const { state, stop, choose, commit } = useImport((imported) => {
    showToast({
      tone: "done",
      title: `${formatCount(imported, "exchange", "exchanges")} imported`,
      text: "They are marked as imported. Nothing of them was sent.",
    });
    onClose();
  });
  const count = state.kind === "ready" ? state.preview.count : 0;
  const actions = (
    <>
      {state.kind === "importing" ? (
        <Button onPress={stop}>Stop</Button>
      ) : (
        <Button onPress={onClose}>Cancel</Button>
      )}
      <Button
        isDisabled={count === 0}
        isPending={state.kind === "importing"}
        onPress={commit}
        variant="primary"
      >
        {count === 0 ? "Import" : `Import ${count.toLocaleString("en-GB")}`}
      </Button>
    </>
  );
  return (
    <Dialog actions={actions} isKept isOpen onClose={onClose} title="Import exchanges">
      <div className={styles.form}>
        <label className={styles.file}>
          <span>A HAR log, an export of this console, or a support bundle. It is read, never run.</span>
          <input
            accept=".har,.json,.ndjson,.zip"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) choose(file);
            }}
            type="file"
          />
        </label>
        <div aria-live="polite" className={styles.form}>
          <State state={state} />
        </div>
      </div>
    </Dialog>
  );
}

function State({ state }: { readonly state: ImportState }): ReactNode {
  switch (state.kind) {
    case "none":
      return null;
    case "reading":
      return (
        <progress
          aria-label={`Reading ${state.fileName}`}
          className={styles.progress}
          max={1}
          value={state.share}
        />
      );
    case "importing":
      return (
        <>
          <progress
            aria-label={`Importing ${state.fileName}`}
            className={styles.progress}
            max={Math.max(1, state.total)}
            value={state.done}
          />
          <p className={styles.hint}>
            {`${state.done.toLocaleString("en-GB")} of ${state.total.toLocaleString("en-GB")} recorded.`}
          </p>
        </>
      );
    case "refused":
      return <Notice severity="danger">{state.message}</Notice>;
    case "ready":
      return <Preview preview={state.preview} />;
    default:
      return assertNever(state);
  }
}

function Preview({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { count, noted, alreadyHere, skipped, reasons, from, until, outcomes } = preview;
  const facts: readonly (readonly [string, string])[] = [
    ["To be imported", formatCount(count, "exchange", "exchanges")],
    ...(noted === 0 ? [] : [["With a note or tags", noted.toLocaleString("en-GB")] as const]),
    ...(alreadyHere === 0 ? [] : [["Here already", alreadyHere.toLocaleString("en-GB")] as const]),
    ...(skipped === 0 ? [] : [["Left out", skipped.toLocaleString("en-GB")] as const]),
    ...(from === "" ? [] : [["From", from] as const, ["Until", until] as const]),
    [
      "Outcomes",
      outcomes.map((found) => `${found.count} ${OUTCOME_WORDS[found.outcome].toLowerCase()}`).join(", "),
    ],
  ];
  return (
    <section aria-label="What will be imported" className={styles.preview}>
      <FactList facts={facts.filter(([, value]) => value !== "").map(([name, value]) => ({ name, value }))} />
      {reasons.length === 0 ? null : (
        <ul className={styles.reasons}>
          {reasons.map(({ number, reason }) => (
            <li key={number}>{`Item ${number}: ${reason}`}</li>
          ))}
          {skipped > reasons.length ? <li>{`and ${skipped - reasons.length} more`}</li> : null}
        </ul>
      )}
    </section>
  );
}
