import type { ReactNode } from "react";
import { eventNameText } from "../../../shared/compose/new-draft.ts";
import { eventField } from "../../../shared/compose/declared-type.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { DraftKey } from "../../../shared/domain/draft.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { setValue } from "../../../shared/json/edit.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./carried-notice.module.css";
import type { DraftEditor } from "./use-draft.ts";
import type { MoveDraft } from "./use-move-draft.ts";

/** The text is of another event than the draft: both ways out of that. */
export function OtherEventNotice(props: {
  readonly draft: DraftEditor;
  readonly draftKey: DraftKey;
  readonly example: string;
  readonly event: CatalogEvent;
  readonly other: CatalogEvent;
  readonly connection: Connection;
  readonly catalog: Catalog;
  readonly onMove: MoveDraft;
}): ReactNode {
  const { draft, event, other, connection, onMove } = props;
  const { api } = connection;
  const name = eventNameText({ api, event, eventKey: event.key, connection });
  const write = () => draft.edit(null, (text) => setValue(text, [eventField[api]], name));
  return (
    <section aria-label="Another event" className={styles.carried}>
      <Notice severity="warning">
        <span className={styles.choice}>
          {`The text is of ${other.key}, not of ${event.key}.`}
          <span className={styles.answers}>
            <Button onPress={() => onMove(props)} size="small">
              {`Open it as ${other.key}`}
            </Button>
            {name === "null" ? null : (
              <Button onPress={write} size="small">
                {`Write ${event.key}`}
              </Button>
            )}
          </span>
        </span>
      </Notice>
    </section>
  );
}
