import type { ReactNode } from "react";
import type { ExportPreview, Replaced } from "../../../shared/contract/export-calls.ts";
import { formatCount } from "../../ui/quantities.ts";
import styles from "./export.module.css";

/** What will be replaced, before anything is written: how much of which kind, and a few shortened. */
export function PreviewList(props: { readonly preview: ExportPreview; readonly isOld: boolean }): ReactNode {
  const { preview, isOld } = props;
  return (
    <section aria-busy={isOld} aria-label="What will be replaced" className={styles.preview}>
      <ul className={styles.kinds}>
        <Kind count={secretsSentence(preview)} name="Secrets" />
        {preview.replaced.map((replaced) => (
          <Kind
            count={`${formatCount(replaced.values, "value", "values")} in ${formatCount(replaced.occurrences, "place", "places")}`}
            examples={replaced.examples}
            key={replaced.kind}
            name={KIND_NAMES[replaced.kind]}
          />
        ))}
        {preview.withheld === 0 ? null : (
          <Kind
            count={`left out of ${formatCount(preview.withheld, "exchange", "exchanges")}`}
            name="Answers that cannot be searched"
          />
        )}
      </ul>
      {preview.scanned < preview.total ? (
        <p className={styles.hint}>
          {`Looked at the first ${preview.scanned.toLocaleString("en-GB")} of ${preview.total.toLocaleString("en-GB")}; all of them are looked through when the file is written.`}
        </p>
      ) : null}
    </section>
  );
}

const KIND_NAMES: Readonly<Record<Replaced["kind"], string>> = {
  identity: "Customers and visitors",
  email: "Email addresses",
  context: "Parameter values",
};

function secretsSentence({ withSecrets }: ExportPreview): string {
  return withSecrets === 0
    ? "none are in these exchanges"
    : `references in ${formatCount(withSecrets, "exchange", "exchanges")}`;
}

function Kind(props: {
  readonly name: string;
  readonly count: string;
  readonly examples?: Replaced["examples"];
}): ReactNode {
  return (
    <li className={styles.kind}>
      <span className={styles.name}>{props.name}</span>
      <span className={styles.count}>{props.count}</span>
      {(props.examples ?? []).map(({ from, to }) => (
        <span className={styles.example} key={`${from} ${to}`}>
          <code>{from}</code> becomes <code>{to}</code>
        </span>
      ))}
    </li>
  );
}
