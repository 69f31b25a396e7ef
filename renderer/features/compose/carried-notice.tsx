import { useSyncExternalStore, type ReactNode } from "react";
import { formatCount } from "../../ui/quantities.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { putNotice } from "./carried-notices.ts";
import { useComposeStores } from "./compose-provider.tsx";
import styles from "./carried-notice.module.css";
import type { DraftEditor } from "./use-draft.ts";

/** What became of the draft when the tenant or the API was switched, and what could not be taken along. */
export function CarriedNotice({ draft }: { readonly draft: DraftEditor }): ReactNode {
  const { notices } = useComposeStores();
  const all = useSyncExternalStore(notices.subscribe, notices.get);
  const notice = all.get(draft.id);
  if (notice === undefined) return null;
  const { kind, source, text, notCarried } = notice;
  const dismiss = () => putNotice(notices, draft.id, null);
  const carry = () => {
    draft.edit(null, () => text);
    putNotice(notices, draft.id, { ...notice, kind: "carried" });
  };
  return (
    <section aria-label="Carried over" className={styles.carried}>
      <Notice
        {...(kind === "kept"
          ? {
              action: (
                <Button onPress={carry} size="small">
                  Carry over
                </Button>
              ),
            }
          : {})}
        onDismiss={dismiss}
        severity="info"
      >
        {kind === "kept"
          ? `This draft was written here before. The one of ${source} can take its place; undo brings this one back.`
          : `Carried over from ${source}.`}
        {notCarried.length === 0 ? null : (
          <details className={styles.lost} open={kind === "carried"}>
            <summary>{`${formatCount(notCarried.length, "thing", "things")} not carried over`}</summary>
            <ul aria-label="Not carried over">
              {notCarried.map(({ path, reason }) => (
                <li key={`${path} ${reason}`}>
                  {path === "" ? null : <code>{path}</code>} {reason}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Notice>
    </section>
  );
}
