import { useCallback, useId, useRef, useState, type ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import type { Form, NoForm } from "../../../shared/form/form.ts";
import { positionOf } from "../../../shared/json/position.ts";
import type { JsonProblem } from "../../../shared/json/types.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { CompactLabel } from "../../ui/compact-label.tsx";
import { CheckIcon, WarningIcon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Pane, PaneHeader, PaneScroll } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { ReadOnlyFields } from "../../ui/read-only.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import type { OnFix } from "./field-findings.tsx";
import { fieldOfPath, focusField, type FieldId } from "./field-of-path.ts";
import { FindingsList } from "./findings-list.tsx";
import { FormFields, type FormFieldsProps } from "./form-fields.tsx";
import styles from "./form-pane.module.css";
import type { StandingFor } from "./standing-for.ts";

const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<Api, string>;

export type FormPaneProps = {
  readonly eventKey: string;
  readonly api: Api;
  readonly form: Form | NoForm;
  /** The text that the form shows. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** How many there are, where `findings` are only the most serious. */
  readonly findingCount: number;
  /** What placeholders stand for as this request stands. */
  readonly standing: StandingFor;
  readonly longestText: number;
  readonly declared: readonly Parameter[];
  readonly currency: string | null;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onFix: OnFix;
  /** Opens the draft's text at a place. */
  readonly onShowText: (offset: number) => void;
  /** In the header: other ways to get an event. */
  readonly headerAction: ReactNode;
  /** Over the fields: what happened to the draft. */
  readonly notice: ReactNode;
  /** The line of buttons at the end. */
  readonly sendBar: ReactNode;
};

/** The draft as a form, with what validation says of it. */
export function FormPane(props: FormPaneProps): ReactNode {
  const { findings, api } = props;
  const [isListOpen, setIsListOpen] = useState(false);
  const listId = useId();
  const container = useRef<HTMLDivElement>(null);
  const jump = useCallback((field: FieldId) => {
    if (container.current !== null) focusField(container.current, field);
  }, []);
  const jumpToFinding = ({ path, position }: Finding) => {
    const field = fieldOfPath(path, api);
    const isFocused = field !== null && container.current !== null && focusField(container.current, field);
    // No field shows it, or none that is drawn.
    if (!isFocused && position !== undefined) props.onShowText(position.offset);
  };
  const isShown = isListOpen && findings.length > 0;
  const shown = useShownForm(props.form, props.standing);
  return (
    <Pane label="Event">
      <PaneHeader
        trailing={
          <>
            {props.headerAction}
            <FindingsButton
              controls={listId}
              count={props.findingCount}
              isOpen={isShown}
              onToggle={() => setIsListOpen(!isShown)}
            />
          </>
        }
      >
        <h2 className={styles.title}>{props.eventKey}</h2>
        <ApiName api={api} />
      </PaneHeader>
      {isShown ? (
        <FindingsList
          count={props.findingCount}
          findings={findings}
          id={listId}
          onFix={props.onFix}
          onJump={jumpToFinding}
        />
      ) : null}
      <PaneScroll>
        <div className={styles.form} ref={container}>
          {props.notice}
          {props.form.ok ? null : (
            <Unreadable onShowText={props.onShowText} problem={props.form.problem} text={props.text} />
          )}
          {shown === null ? null : (
            <ReadOnlyFields className={styles.fields} isReadOnly={!props.form.ok}>
              <FormFields {...props} {...shown} onJump={jump} />
            </ReadOnlyFields>
          )}
        </div>
      </PaneScroll>
      {props.sendBar}
    </Pane>
  );
}

function ApiName({ api }: { readonly api: Api }): ReactNode {
  return (
    <span className={styles.api}>
      <Badge>{API_NAMES[api]}</Badge>
    </span>
  );
}

function FindingsButton(props: {
  readonly controls: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  if (props.count === 0) return <NoFindings />;
  const words = formatCount(props.count, "finding", "findings");
  return (
    <button
      aria-controls={props.controls}
      aria-expanded={props.isOpen}
      className={styles.findings}
      aria-label={words}
      onClick={props.onToggle}
      type="button"
    >
      <CompactLabel
        short={
          <>
            <WarningIcon />
            {props.count.toLocaleString("en-GB")}
          </>
        }
      >
        {words}
      </CompactLabel>
    </button>
  );
}

function NoFindings(): ReactNode {
  return (
    <span className={styles.noFindings} title="No findings">
      <CompactLabel
        short={
          <>
            <CheckIcon />
            <VisuallyHidden>No findings</VisuallyHidden>
          </>
        }
      >
        No findings
      </CompactLabel>
    </span>
  );
}

/**
 * The form of the draft. While its text is being written and is no JSON object, the form of the last one that was, without
 * what was found in that; null where there has been none.
 */
function useShownForm(form: Form | NoForm, standing: StandingFor): ShownForm | null {
  const [last, setLast] = useState<ShownForm | null>(null);
  if (form.ok) {
    // Set while drawing, so that only this component runs twice and nothing below it.
    if (last?.form !== form) setLast({ form, standing });
    return { form, standing };
  }
  return last === null ? null : { ...last, form: withoutFindings(last.form) };
}

type ShownForm = Pick<FormFieldsProps, "form" | "standing">;

function withoutFindings(form: Form): Form {
  return {
    ...form,
    identity: { ...form.identity, findings: [] },
    timestamp: { ...form.timestamp, findings: [] },
    rows: form.rows.map((row) => ({ ...row, findings: [] })),
  };
}

function Unreadable(props: {
  readonly problem: JsonProblem;
  readonly text: string;
  readonly onShowText: (offset: number) => void;
}): ReactNode {
  const { problem } = props;
  const { line, column } = positionOf(props.text, problem.offset, 0);
  return (
    <div className={styles.unreadable}>
      <Notice
        action={
          <Button onPress={() => props.onShowText(problem.offset)} size="small">
            {`Go to line ${line}, column ${column}`}
          </Button>
        }
        severity="warning"
      >
        The draft is no JSON object at the moment, so the form cannot change it: {problem.message} It is kept
        and sent as it is.
      </Notice>
    </div>
  );
}
