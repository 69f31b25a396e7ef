import { useSyncExternalStore, type ReactNode } from "react";
import { Notice } from "../../ui/notice.tsx";
import styles from "./carried-notice.module.css";
import { useComposeStores } from "./compose-provider.tsx";
import type { Contested } from "./shared-drafts.ts";

/** Says that another window changed the same of the draft, and where that is now. */
export function OtherWindowNotice({ draftId }: { readonly draftId: string }): ReactNode {
  const { contested } = useComposeStores();
  const what = useSyncExternalStore(contested.subscribe, contested.get).get(draftId);
  if (what === undefined) return null;
  const dismiss = () => {
    const next = new Map(contested.get());
    next.delete(draftId);
    contested.set(next);
  };
  return (
    <section aria-label="Changed in another window" className={styles.carried}>
      <Notice onDismiss={dismiss} severity="warning">
        {inWords(what)}
      </Notice>
    </section>
  );
}

function inWords({ isText, otherValues }: Contested): string {
  const values = otherValues.map(({ name, value }) => `${name} was ${JSON.stringify(value)}`);
  return [
    "This draft was changed in another window.",
    ...(isText ? ["Undo brings that text back."] : []),
    ...(values.length > 0 ? [`Of its variables there, ${values.join(", ")}.`] : []),
  ].join(" ");
}
