import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { addParameter, resetContext } from "../../../shared/form/edit-form.ts";
import { customerField, parameterPath, TIMESTAMP_FIELD, VISITOR_FIELD } from "../../../shared/form/fields.ts";
import type { Form } from "../../../shared/form/form.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PaneHeading } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { ReadOnlyFields } from "../../ui/read-only.tsx";
import { afterPaint } from "../../ui/after-paint.ts";
import { AddParameter } from "./add-parameter.tsx";
import type { OnFix } from "./field-findings.tsx";
import { parameterField, type FieldId } from "./field-of-path.ts";
import styles from "./form-pane.module.css";
import { FillDialog } from "./fill-dialog.tsx";
import { IdentityRow } from "./identity-row.tsx";
import { ParameterRow } from "./parameter-row.tsx";
import { sentText, standingWords, type StandingFor } from "./standing-for.ts";
import { TimestampRow } from "./timestamp-row.tsx";
import { usePastedFill } from "./use-pasted-fill.ts";

export type FormFieldsProps = {
  readonly form: Form;
  readonly api: Api;
  /** What placeholders stand for as this request stands. */
  readonly standing: StandingFor;
  readonly longestText: number;
  /** The draft's text, and what the catalog declares of its event. */
  readonly text: string;
  readonly declared: readonly Parameter[];
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
  const { isTaken, onFocus } = useParameterNames(form, props.onJump);
  return (
    <>
      <IdentityRow
        api={api}
        identity={form.identity}
        onEdit={onEdit}
        onFix={onFix}
        standing={identityWords(props.standing, api)}
      />
      {api === "realtime" ? null : (
        <TimestampRow
          onEdit={onEdit}
          onFix={onFix}
          stampedText={sentText(props.standing, [TIMESTAMP_FIELD])}
          timestamp={form.timestamp}
        />
      )}
      <div className={styles.parameters}>
        <PaneHeading>Parameters</PaneHeading>
      </div>
      {form.isContextEditable ? null : (
        <NoContext onReset={() => onEdit(null, (text) => resetContext(text))} />
      )}
      <ParameterRows {...props} isTaken={isTaken} onFocus={onFocus} />
      {form.isContextEditable ? (
        <div className={styles.add}>
          <FillButton declared={props.declared} onEdit={onEdit} text={props.text} />
          <AddParameter
            isTaken={isTaken}
            onAdd={(name, type) => {
              onEdit(null, (text) => addParameter(text, name, type));
              onFocus(name);
            }}
          />
        </div>
      ) : null}
    </>
  );
}

/** A line for each parameter. */
function ParameterRows(props: FormFieldsProps & ReturnType<typeof useParameterNames>): ReactNode {
  const { form, onEdit, onFix, isTaken, onFocus } = props;
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const drawn = useDrawnRows(form.rows.length);
  return (
    <>
      <ReadOnlyFields className={styles.fields} isReadOnly={!form.isContextEditable}>
        {form.rows.slice(0, Math.min(shown, drawn)).map((row) => (
          <ParameterRow
            currency={row.declared?.monetary === true ? props.currency : null}
            isTaken={isTaken}
            key={row.name}
            longestText={props.longestText}
            onEdit={onEdit}
            onFix={onFix}
            onFocus={onFocus}
            row={row}
            standing={{
              words: standingWords(props.standing, parameterPath(row.name)),
              text: sentText(props.standing, parameterPath(row.name)),
            }}
          />
        ))}
      </ReadOnlyFields>
      {Number.isFinite(drawn) ? <span data-drawing="" hidden /> : null}
      <MoreRows hidden={form.rows.length - shown} onMore={() => setShown(shown + ROWS_AT_ONCE)} />
    </>
  );
}

function NoContext(props: { readonly onReset: () => void }): ReactNode {
  return (
    <div className={styles.unreadable}>
      <Notice
        action={
          <Button onPress={props.onReset} size="small">
            Make it an object
          </Button>
        }
        severity="warning"
      >
        The draft&apos;s context is not an object, so there is no place for parameters.
      </Notice>
    </div>
  );
}

function FillButton(props: Pick<FormFieldsProps, "declared" | "onEdit" | "text">): ReactNode {
  // What the dialog begins with; null while it is closed.
  const [pasted, setPasted] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  usePastedFill(button, props.declared, setPasted);
  return (
    <>
      <Button onPress={() => setPasted("")} ref={button} variant="quiet">
        Fill many...
      </Button>
      {pasted === null ? null : (
        <FillDialog
          declared={props.declared}
          initial={pasted}
          onClose={() => setPasted(null)}
          onFill={(change) => props.onEdit(null, change)}
          text={props.text}
        />
      )}
    </>
  );
}

/** What the placeholders of whom the event is about stand for. */
function identityWords(standing: StandingFor, api: Api): string {
  const fields = api === "realtime" ? [customerField(api)] : [customerField(api), VISITOR_FIELD];
  const words = fields.map((field) => standingWords(standing, [field]));
  return words.filter((said) => said !== "").join(", ");
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

/** Rows that are in view when a form opens, or nearly. */
const FIRST_ROWS = 14;
/** Rows that are drawn within a frame beside what else is to be done in it. */
const ROWS_A_FRAME = 12;

/** How many rows are drawn: those in view at once, so that a form opens as soon as it is asked for, the rest in the next frames. */
function useDrawnRows(count: number): number {
  const [drawn, setDrawn] = useState(FIRST_ROWS);
  // Rows that are added to a form that is whole are there at once.
  if (drawn >= count && Number.isFinite(drawn)) setDrawn(Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (!Number.isFinite(drawn)) return undefined;
    return afterPaint(() => setDrawn(drawn + ROWS_A_FRAME));
  }, [drawn]);
  return drawn;
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
