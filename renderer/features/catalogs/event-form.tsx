import { useEffect, useRef, type ReactNode } from "react";
import { withApis } from "../../../shared/catalog-edit/event-edits.ts";
import {
  eventFieldText,
  withEventField,
  type EventField,
} from "../../../shared/catalog-edit/event-fields.ts";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./catalogs.module.css";
import { EditField } from "./edit-field.tsx";
import type { PlacedFinding } from "./place-findings.ts";
import { useEditor } from "./use-catalog-editor.ts";

const LABELS = {
  key: "Key",
  id: "Id",
  title: "Title",
  group: "Group",
  description: "Description",
} as const satisfies Record<EventField, string>;

const APIS = [
  { api: "optievent", label: "OptiEvent" },
  { api: "realtime", label: "Realtime" },
] as const satisfies readonly { readonly api: Api; readonly label: string }[];

/** What an event says of itself, apart from its parameters. */
export function EventForm(props: {
  readonly row: number;
  readonly event: CatalogEvent;
  /** What is to be said of the event itself. */
  readonly remarks: readonly PlacedFinding[];
}): ReactNode {
  const field = (name: EventField, isMonospace = false) => (
    <Field {...props} isMonospace={isMonospace} name={name} />
  );
  return (
    <div className={styles.eventForm} data-catalog-fields>
      <div className={styles.keyField}>{field("key", true)}</div>
      <div className={styles.idField}>{field("id", true)}</div>
      <div className={styles.titleField}>{field("title")}</div>
      <div className={styles.groupField}>{field("group")}</div>
      <div className={styles.descriptionField}>{field("description")}</div>
      <ApiChoice event={props.event} row={props.row} />
      <Remarks remarks={props.remarks} />
    </div>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly PlacedFinding[] }): ReactNode {
  if (remarks.length === 0) return null;
  return (
    <ul aria-label="Findings of the event" className={styles.remarks}>
      {remarks.map(({ finding }) => (
        <li data-severity={finding.severity} key={`${finding.path} ${finding.message}`}>
          <Sentence text={finding.message} />
        </li>
      ))}
    </ul>
  );
}

function Field(props: {
  readonly row: number;
  readonly event: CatalogEvent;
  readonly name: EventField;
  readonly isMonospace: boolean;
}): ReactNode {
  const { row, event, name } = props;
  const { state, actions } = useEditor();
  const { shown } = state;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (shown?.place.row !== row || shown.place.field !== name) return;
    input.current?.focus();
    input.current?.select();
  }, [shown, row, name]);
  return (
    <EditField
      inputRef={input}
      isMonospace={props.isMonospace}
      label={LABELS[name]}
      onLeave={actions.leaveField}
      subject={row}
      onWrite={(text) => {
        const written = withEventField(event, name, text);
        if (!written.ok) return written;
        const label = `Change the ${LABELS[name].toLowerCase()} of ${event.key}`;
        actions.editEvent({ row, field: name }, label, () => written.value, `${name}:${row}`);
        return written;
      }}
      value={eventFieldText(event, name)}
    />
  );
}

/** An event that names no API is for both; taking one away names the other. */
function ApiChoice({ row, event }: { readonly row: number; readonly event: CatalogEvent }): ReactNode {
  const { actions } = useEditor();
  const apis: readonly Api[] = event.apis ?? ["optievent", "realtime"];
  const set = (api: Api, isOn: boolean) => {
    const next = isOn ? [...apis, api] : apis.filter((one) => one !== api);
    actions.editEvent({ row }, `Change the APIs of ${event.key}`, (one) => withApis(one, next));
  };
  return (
    <fieldset className={styles.apis}>
      <legend className={styles.legend}>APIs</legend>
      {APIS.map(({ api, label }) => (
        <label className={styles.tick} key={api}>
          <input
            checked={apis.includes(api)}
            onChange={(change) => set(api, change.currentTarget.checked)}
            type="checkbox"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
