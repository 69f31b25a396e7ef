import { useMemo, useState, type ReactNode } from "react";
import type { PasteCandidate } from "../../../shared/paste/types.ts";
import { DataTable, type DataColumn } from "../../ui/data-table.tsx";
import { formatCount } from "../../ui/quantities.ts";
import type { Inspect } from "./inspect-candidate.ts";
import styles from "./paste-dialog.module.css";

type Item = { readonly id: string; readonly candidate: PasteCandidate };

/** Rows are added to the table as its end comes near. */
const STEP = 200;

const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const;

/** The events found, to choose one. What a row says of its event is worked out when the row comes into view. */
export function CandidateTable(props: {
  readonly candidates: readonly PasteCandidate[];
  readonly inspect: Inspect;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}): ReactNode {
  const { candidates, inspect } = props;
  const [shownCount, setShownCount] = useState(STEP);
  const items = useMemo<readonly Item[]>(
    () => candidates.slice(0, shownCount).map((candidate, index) => ({ id: String(index), candidate })),
    [candidates, shownCount],
  );
  const columns = useMemo(() => columnsOf(inspect), [inspect]);
  return (
    <div className={styles.table}>
      <DataTable
        columns={columns}
        isLoadingMore={false}
        items={items}
        label="Events found"
        onOpen={(id) => {
          if (id !== null) props.onChoose(Number(id));
        }}
        onReachEnd={() => setShownCount((count) => Math.min(count + STEP, candidates.length))}
        onScrolled={() => {}}
        opened={String(props.chosen)}
      />
    </div>
  );
}

function columnsOf(inspect: Inspect): readonly DataColumn<Item>[] {
  return [
    {
      id: "event",
      name: "Event",
      width: "3fr",
      minWidth: 110,
      isRowHeader: true,
      cell: ({ candidate }) => <Clipped>{candidate.event ?? "(none)"}</Clipped>,
    },
    {
      id: "identity",
      name: "Identity",
      width: "3fr",
      minWidth: 110,
      cell: ({ candidate }) => <Clipped>{inspect(candidate).identity}</Clipped>,
    },
    { id: "api", name: "API", width: 84, cell: ({ candidate }) => API_NAMES[candidate.api] },
    {
      id: "findings",
      name: "Findings",
      width: 100,
      cell: ({ candidate }) => <FindingCount findings={inspect(candidate).findings} />,
    },
  ];
}

function FindingCount({ findings }: Pick<ReturnType<Inspect>, "findings">): ReactNode {
  if (findings.length === 0) return <span className={styles.none}>none</span>;
  const hasError = findings.some(({ severity }) => severity === "error");
  return (
    <span className={hasError ? styles.error : styles.warning}>
      {formatCount(findings.length, "finding", "findings")}
    </span>
  );
}

function Clipped({ children }: { readonly children: string }): ReactNode {
  return <span className={styles.clipped}>{children.slice(0, 200)}</span>;
}
