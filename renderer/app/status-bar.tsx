import type { ReactNode } from "react";
import type { AppInfo } from "../../shared/contract/calls.ts";
import type { DraftStatus } from "../features/compose/autosave.ts";
import { useDraftStatus } from "../features/compose/compose-provider.tsx";
import { useVault } from "../features/vault/vault-context.tsx";
import { shortVaultText } from "../features/vault/vault-texts.ts";
import { useCall } from "../host/queries.ts";
import { Dot } from "../ui/badge.tsx";
import { classNames } from "../ui/class-names.ts";
import { formatCount } from "../ui/quantities.ts";
import { NEWEST_EXCHANGE } from "./read-ahead.ts";
import styles from "./status-bar.module.css";

const DRAFT_TEXTS = {
  idle: "",
  saving: "Saving the draft",
  saved: "Draft saved",
  failed: "Draft not saved",
} as const satisfies Record<DraftStatus["kind"], string>;

/** What the console itself is doing. */
export function StatusBar(props: { readonly info: AppInfo }): ReactNode {
  const draft = useDraftStatus();
  const newest = useCall("history.page", NEWEST_EXCHANGE);
  const { status: vault } = useVault();
  const isRunning = props.info.gatewayUrl !== null;
  return (
    <footer aria-label="Status" className={styles.bar}>
      <span className={styles.item}>
        <Dot tone={isRunning ? "accepted" : "failed"} />
        {isRunning ? "Local gateway running" : "Local gateway not running"}
      </span>
      <span>{vault === null ? "" : shortVaultText(vault.state)}</span>
      <span
        className={classNames(styles.draft, draft.kind === "failed" && styles.bad)}
        title={draft.kind === "failed" ? draft.message : undefined}
      >
        {DRAFT_TEXTS[draft.kind]}
      </span>
      <span>{newest.data === undefined ? "" : formatCount(newest.data.total, "exchange", "exchanges")}</span>
    </footer>
  );
}
