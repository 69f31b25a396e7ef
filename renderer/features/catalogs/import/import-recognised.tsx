import type { ReactNode } from "react";
import { FORMAT_TITLES, type ImportFormat } from "../../../../shared/catalog-import/types.ts";
import type { ImportPlan } from "../../../../shared/catalog-import/plan.ts";
import { formatCount } from "../../../ui/quantities.ts";
import { Select } from "../../../ui/select.tsx";
import styles from "./import.module.css";
import { isNothing } from "./import-source.ts";
import type { ImportState } from "./use-import.ts";

const RECOGNISED = "recognised";

const FORMATS = [
  { value: RECOGNISED, label: "What it looks like" },
  ...Object.entries(FORMAT_TITLES).map(([value, label]) => ({ value: value as ImportFormat, label })),
] as const;

/** What the source is read as, which can be corrected. */
export function ImportFormatChoice({ state }: { readonly state: ImportState }): ReactNode {
  const { result = null } = state.reading ?? {};
  const seen = result?.format ?? null;
  return (
    <Select
      description={seen === null || state.format !== null ? null : `It looks like: ${FORMAT_TITLES[seen]}.`}
      label="Read as"
      onChange={(value) => state.setFormat(value === RECOGNISED ? null : value)}
      options={FORMATS}
      value={state.format ?? RECOGNISED}
    />
  );
}

/** What came of reading, in a sentence. */
export function ImportOutcome({ state }: { readonly state: ImportState }): ReactNode {
  if (isNothing(state.source)) {
    return (
      <p className={styles.hint}>
        What is found is shown here, with what it would add, change and leave. Nothing changes before you take
        it.
      </p>
    );
  }
  if (state.isReading) return <progress aria-label="Reading" className={styles.progress} />;
  if (state.isBroken || state.reading === null) {
    return (
      <p className={styles.problem}>This could not be read. Nothing was changed. Try a smaller part of it.</p>
    );
  }
  const { result, plan } = state.reading;
  if (!result.ok) return <p className={styles.problem}>{result.reason}</p>;
  const { events } = result.catalog;
  const parameters = events.reduce((sum, event) => sum + event.parameters.length, 0);
  const found = `${formatCount(events.length, "event", "events")} with ${formatCount(parameters, "parameter", "parameters")} found.`;
  if (plan !== null && changesNothing(plan)) {
    return (
      <p>
        <strong>{found}</strong> Nothing of it is new or different.
      </p>
    );
  }
  const { added = 0, changed = 0, missing = 0 } = plan?.counts ?? {};
  return (
    <p>
      <strong>{found}</strong>{" "}
      {`${shown(added)} new, ${shown(changed)} different, ${shown(missing)} not in the source.`}
    </p>
  );
}

function changesNothing({ counts }: ImportPlan): boolean {
  return counts.added === 0 && counts.changed === 0;
}

function shown(count: number): string {
  return count.toLocaleString("en-GB");
}
