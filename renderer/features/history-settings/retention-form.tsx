import { useState, type ReactNode } from "react";
import type { RemovalPreview, Retention } from "../../../shared/domain/history.ts";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { ApplyDialog } from "./apply-dialog.tsx";
import styles from "./history-settings.module.css";
import { limitProblem, readLimits, typedLimits, type TypedLimits } from "./retention-limits.ts";

const FIELDS = [
  { name: "days", label: "At most so many days old" },
  { name: "count", label: "At most so many exchanges" },
  { name: "megabytes", label: "At most so many MB" },
] as const satisfies readonly { readonly name: keyof TypedLimits; readonly label: string }[];

const NO_LIMITS: Retention = { maximumAgeDays: null, maximumCount: null, maximumBytes: null };

/** The limits, with how many exchanges are over them. Saving removes nothing; removing names the number and is asked for. */
export function RetentionForm({ saved }: { readonly saved: Retention }): ReactNode {
  const host = useHost();
  const [typed, setTyped] = useState(() => typedLimits(saved));
  const [isAsking, setAsking] = useState(false);
  const limits = readLimits(typed);
  const isChanged = limits !== null && JSON.stringify(limits) !== JSON.stringify(saved);
  const preview = useCall("history.previewRetention", limits ?? NO_LIMITS, {
    isEnabled: limits !== null,
  }).data;
  const save = async () => {
    if (limits === null) return;
    const result = await host.call("history.setRetention", limits);
    if (result.ok) showToast({ tone: "done", title: "Limits saved", text: "Nothing was removed yet." });
    else showToast({ tone: "failed", title: "The limits were not saved", text: result.error.message });
  };
  const over = preview?.count ?? 0;
  return (
    <>
      <p className={styles.text}>
        Without limits everything is kept. Nothing is ever removed by itself: what is over a limit is removed
        when you say so, with the number in front of you. Pinned exchanges stay.
      </p>
      <div className={styles.limits}>
        {FIELDS.map(({ name, label }) => (
          <TextField
            errorText={limitProblem(typed, name)}
            inputMode="decimal"
            key={name}
            label={label}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
            placeholder="No limit"
            value={typed[name]}
          />
        ))}
      </div>
      <output>{preview === undefined || limits === null ? "" : previewWords(preview)}</output>
      <div className={styles.actions}>
        <Button
          isDisabled={!isChanged}
          onPress={() => void save()}
          variant={isChanged ? "primary" : "secondary"}
        >
          Save the limits
        </Button>
        <Button isDisabled={isChanged || over === 0} onPress={() => setAsking(true)}>
          {over === 0 ? "Remove what is over" : `Remove ${formatCount(over, "exchange", "exchanges")}\u2026`}
        </Button>
      </div>
      {isAsking && preview !== undefined ? (
        <ApplyDialog onClose={() => setAsking(false)} preview={preview} />
      ) : null}
    </>
  );
}

function previewWords({ count, pinnedKept }: RemovalPreview): string {
  const kept =
    pinnedKept === 0 ? "" : ` ${formatCount(pinnedKept, "pinned one", "pinned ones")} over them would stay.`;
  return count === 0
    ? `No exchange is over these limits.${kept}`
    : `${formatCount(count, "exchange is", "exchanges are")} over these limits and would be removed.${kept}`;
}
