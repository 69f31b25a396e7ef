import type { ReactNode } from "react";
import { TOKEN_VARIABLE } from "../../../shared/code/code-request.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Select, type SelectOption } from "../../ui/select.tsx";
import styles from "./request-views.module.css";

/** Code of which there are several kinds: which one, the way to the clipboard, and the code. */
export function WrittenCode<Kind extends string>(props: {
  readonly label: string;
  readonly choiceLabel: string;
  readonly value: Kind;
  readonly options: readonly SelectOption<Kind>[];
  readonly onChoose: (kind: Kind) => void;
  readonly code: string;
}): ReactNode {
  const { code } = props;
  return (
    <>
      <div className={styles.bar}>
        <Select
          isLabelHidden
          label={props.choiceLabel}
          onChange={props.onChoose}
          options={props.options}
          value={props.value}
        />
        <CopyButton size="medium" text={() => code} />
      </div>
      {code.includes(TOKEN_VARIABLE) ? (
        <p className={styles.barNote}>
          Reads the token from the environment variable <code>{TOKEN_VARIABLE}</code> when it runs.
        </p>
      ) : null}
      <CodeView label={props.label} language="text" text={code} />
    </>
  );
}
