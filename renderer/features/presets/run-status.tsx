import type { ReactNode } from "react";
import type { PresetRun } from "../../../shared/domain/preset.ts";
import { useHost } from "../../host/host-context.tsx";
import { Button } from "../../ui/button.tsx";
import { countRun } from "./preset-list.ts";
import styles from "./presets.module.css";

/** How a run stands, in words and as a bar, and the way to stop it. */
export function RunStatus({ run }: { readonly run: PresetRun }): ReactNode {
  const host = useHost();
  const counts = countRun(run);
  const isRunning = run.finishedAt === null;
  return (
    <div className={styles.status}>
      {isRunning ? (
        <progress
          aria-label="Presets sent"
          className={styles.progress}
          max={counts.all}
          value={counts.done}
        />
      ) : null}
      <output className={styles.counts}>{describe(run)}</output>
      {isRunning ? (
        <Button
          isPending={run.isCancelled}
          onPress={() => void host.call("presets.cancel", { runId: run.id })}
          size="small"
        >
          Cancel the run
        </Button>
      ) : null}
    </div>
  );
}

function describe(run: PresetRun): string {
  const { all, done, asExpected, unexpected, failed } = countRun(run);
  const parts = [
    `${asExpected} as expected`,
    ...(unexpected === 0 ? [] : [`${unexpected} not as expected`]),
    ...(failed === 0 ? [] : [`${failed} not sent`]),
  ];
  const state =
    run.finishedAt === null
      ? `${done} of ${all} sent`
      : run.isCancelled
        ? `Cancelled after ${done} of ${all}`
        : `${done} of ${all} run`;
  return `${state}: ${parts.join(", ")}`;
}
