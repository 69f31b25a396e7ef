import type { ReactNode } from "react";
import type { HistoryView as SavedView } from "../../../shared/domain/history.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { CrossIcon } from "../../ui/icons.tsx";
import { DEFAULT_VIEWS } from "./default-views.ts";
import { useHistoryView } from "./history-view-context.tsx";
import styles from "./saved-views.module.css";

/** What the sheet of views asks for. */
export type Asked =
  | { readonly kind: "save"; readonly view: SavedView | null }
  | { readonly kind: "remove"; readonly view: SavedView };

/** The views there are, and what can be done with them and with the query as it is. */
export function ViewSheet(props: {
  readonly saved: readonly SavedView[];
  readonly onApply: (view: Pick<SavedView, "text" | "sort" | "columns">) => void;
  readonly onAsk: (asked: Asked) => void;
}): ReactNode {
  const { text } = useHistoryView();
  const isEmpty = text.trim() === "";
  return (
    <>
      <ul aria-label="Views" className={styles.views}>
        {DEFAULT_VIEWS.map((view) => (
          <li key={view.name}>
            <ViewButton onPress={() => props.onApply(view)} view={view} />
          </li>
        ))}
        {props.saved.map((view) => (
          <li className={styles.line} key={view.id}>
            <ViewButton onPress={() => props.onApply(view)} view={view} />
            <Button
              label={`Rename ${view.name}`}
              onPress={() => props.onAsk({ kind: "save", view })}
              size="small"
              variant="quiet"
            >
              Rename
            </Button>
            <Button
              label={`Delete ${view.name}`}
              onPress={() => props.onAsk({ kind: "remove", view })}
              size="small"
              variant="quiet"
            >
              <CrossIcon />
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button isDisabled={isEmpty} onPress={() => props.onAsk({ kind: "save", view: null })} size="small">
          Save this view
        </Button>
        {isEmpty ? null : <CopyButton text={() => text}>Copy as text</CopyButton>}
      </div>
    </>
  );
}

function ViewButton(props: {
  readonly view: Pick<SavedView, "name" | "text">;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <button className={styles.view} onClick={props.onPress} type="button">
      {props.view.name}
      <code className={styles.text}>{props.view.text}</code>
    </button>
  );
}
