import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { addParameter } from "../../../shared/form/edit-form.ts";
import type { Form, NoForm } from "../../../shared/form/form.ts";
import { Badge } from "../../ui/badge.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Pane, PaneHeader, PaneHeading, PaneScroll } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { AddParameter } from "./add-parameter.tsx";
import type { OnFix } from "./field-findings.tsx";
import { focusField, parameterField, type FieldId } from "./field-of-path.ts";
import { FindingsList } from "./findings-list.tsx";
import styles from "./form-pane.module.css";
import { IdentityRow } from "./identity-row.tsx";
import { ParameterRow } from "./parameter-row.tsx";
import { TimestampRow } from "./timestamp-row.tsx";

const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<Api, string>;

export type FormPaneProps = {
  readonly eventKey: string;
  readonly api: Api;
  readonly form: Form | NoForm;
  readonly findings: readonly Finding[];
  /** What "now" is as this request stands. */
  readonly stampedText: string;
  readonly longestText: number;
  readonly currency: string | null;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onFix: OnFix;
  /** The line of buttons at the end. */
  readonly sendBar: ReactNode;
};

/** The draft as a form, with what validation says of it. */
export function FormPane(props: FormPaneProps): ReactNode {
  const { findings, api } = props;
  const [isListOpen, setIsListOpen] = useState(false);
  const listId = useId();
  const container = useRef<HTMLDivElement>(null);
  const jump = (field: FieldId) => {
    if (container.current !== null) focusField(container.current, field);
  };
  const isShown = isListOpen && findings.length > 0;
  return (
    <Pane label="Event">
      <PaneHeader
        trailing={
          <FindingsButton
            controls={listId}
            count={findings.length}
            isOpen={isShown}
            onToggle={() => setIsListOpen(!isShown)}
          />
        }
      >
        <h2 className={styles.title}>{props.eventKey}</h2>
        <Badge>{API_NAMES[api]}</Badge>
      </PaneHeader>
      {isShown ? (
        <FindingsList api={api} findings={findings} id={listId} onFix={props.onFix} onJump={jump} />
      ) : null}
      <PaneScroll>
        <div className={styles.form} ref={container}>
          {props.form.ok ? (
            <Fields {...props} form={props.form} onJump={jump} />
          ) : (
            <Unreadable form={props.form} />
          )}
        </div>
      </PaneScroll>
      {props.sendBar}
    </Pane>
  );
}

function FindingsButton(props: {
  readonly controls: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  if (props.count === 0) return <span>No findings</span>;
  return (
    <button
      aria-controls={props.controls}
      aria-expanded={props.isOpen}
      className={styles.findings}
      onClick={props.onToggle}
      type="button"
    >
      {formatCount(props.count, "finding", "findings")}
    </button>
  );
}

function Fields(
  props: FormPaneProps & { readonly form: Form; readonly onJump: (field: FieldId) => void },
): ReactNode {
  const { form, api, onEdit, onFix } = props;
  // The new row is there after the next render; then it is where one types on.
  const added = useRef<string | null>(null);
  useEffect(() => {
    if (added.current !== null) props.onJump(parameterField(added.current));
    added.current = null;
  });
  return (
    <>
      <IdentityRow api={api} identity={form.identity} onEdit={onEdit} onFix={onFix} />
      {api === "realtime" ? null : (
        <TimestampRow
          onEdit={onEdit}
          onFix={onFix}
          stampedText={props.stampedText}
          timestamp={form.timestamp}
        />
      )}
      <div className={styles.parameters}>
        <PaneHeading>Parameters</PaneHeading>
      </div>
      {form.rows.map((row) => (
        <ParameterRow
          currency={row.declared?.monetary === true ? props.currency : null}
          key={row.name}
          longestText={props.longestText}
          onEdit={onEdit}
          onFix={onFix}
          row={row}
        />
      ))}
      {form.isContextEditable ? (
        <div className={styles.add}>
          <AddParameter
            onAdd={(name, type) => {
              onEdit(null, (text) => addParameter(text, name, type));
              added.current = name;
            }}
            takenNames={form.rows.map(({ name }) => name)}
          />
        </div>
      ) : (
        <Notice severity="warning">
          The draft&apos;s context is not an object, so there is no place for parameters. Reset the draft to
          the example to get one.
        </Notice>
      )}
    </>
  );
}

function Unreadable({ form }: { readonly form: NoForm }): ReactNode {
  return (
    <Notice severity="warning">
      The draft cannot be shown as a form: {form.problem.message} It is kept and sent as it is. Undo the last
      change, or reset the draft to the example.
    </Notice>
  );
}
