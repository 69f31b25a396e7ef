import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import type { Api } from "../../../shared/domain/tenant.ts";
import { addParameter } from "../../../shared/form/edit-form.ts";
import type { Form } from "../../../shared/form/form.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PaneHeading } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { AddParameter } from "./add-parameter.tsx";
import type { OnFix } from "./field-findings.tsx";
import { parameterField, type FieldId } from "./field-of-path.ts";
import styles from "./form-pane.module.css";
import { IdentityRow } from "./identity-row.tsx";
import { ParameterRow } from "./parameter-row.tsx";
import { TimestampRow } from "./timestamp-row.tsx";

export type FormFieldsProps = {
  readonly form: Form;
  readonly api: Api;
  /** What "now" is as this request stands. */
  readonly stampedText: string;
  readonly longestText: number;
  readonly currency: string | null;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onFix: OnFix;
  readonly onJump: (field: FieldId) => void;
};

/** Drawing a field costs about a millisecond, so a draft with thousands of parameters shows them in portions. */
const ROWS_AT_ONCE = 150;

/** Every field of the draft: identity, timestamp, and a line for each parameter. */
export function FormFields(props: FormFieldsProps): ReactNode {
  const { form, api, onEdit, onFix } = props;
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const { isTaken, onFocus } = useParameterNames(form, props.onJump);
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
      {form.rows.slice(0, shown).map((row) => (
        <ParameterRow
          currency={row.declared?.monetary === true ? props.currency : null}
          isTaken={isTaken}
          key={row.name}
          longestText={props.longestText}
          onEdit={onEdit}
          onFix={onFix}
          onFocus={onFocus}
          row={row}
        />
      ))}
      <MoreRows hidden={form.rows.length - shown} onMore={() => setShown(shown + ROWS_AT_ONCE)} />
      {form.isContextEditable ? (
        <div className={styles.add}>
          <AddParameter
            isTaken={isTaken}
            onAdd={(name, type) => {
              onEdit(null, (text) => addParameter(text, name, type));
              onFocus(name);
            }}
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

function MoreRows(props: { readonly hidden: number; readonly onMore: () => void }): ReactNode {
  if (props.hidden <= 0) return null;
  const next = Math.min(props.hidden, ROWS_AT_ONCE);
  return (
    <Notice severity="info">
      {`${formatCount(props.hidden, "more parameter is", "more parameters are")} in the draft. Its text shows all of them.`}{" "}
      <Button onPress={props.onMore} size="small" variant="quiet">
        {`Show the next ${next.toLocaleString("en-GB")}`}
      </Button>
    </Notice>
  );
}

/** Functions that stay the same while the rows change, so that no row is drawn again for them. */
function useParameterNames(form: Form, onJump: (field: FieldId) => void) {
  const rows = useRef(form.rows);
  useEffect(() => {
    rows.current = form.rows;
  });
  const isTaken = useCallback((name: string) => rows.current.some((row) => row.name === name), []);
  const onFocus = useCallback(
    // A row that was just added or renamed is drawn by the next frame.
    (name: string) => void requestAnimationFrame(() => onJump(parameterField(name))),
    [onJump],
  );
  return { isTaken, onFocus };
}
