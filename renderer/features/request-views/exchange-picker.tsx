import { useDeferredValue, useState, type ReactNode } from "react";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { useCall } from "../../host/queries.ts";
import { Dot, outcomeLabel } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SearchList } from "../../ui/search-list.tsx";
import type { ListItem } from "../../ui/sectioned-list.tsx";
import { listTime } from "../history/moments.ts";
import styles from "./request-views.module.css";

const MOST_ROWS = 100;
const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Chooses one exchange of the history, found by the words or terms that the history is searched with. */
export function ExchangePicker(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onChoose: (exchangeId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Dialog
      actions={<Button onPress={props.onClose}>Cancel</Button>}
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
    >
      {props.isOpen ? <Results onChoose={props.onChoose} /> : null}
    </Dialog>
  );
}

function Results(props: { readonly onChoose: (exchangeId: string) => void }): ReactNode {
  const [text, setText] = useState("");
  const query = { text: useDeferredValue(text), timeZone: TIME_ZONE };
  const page = useCall("history.page", { query, limit: MOST_ROWS });
  const [now] = useState(() => new Date());
  const items = (page.data?.rows ?? []).map((row) => itemOf(row, now));
  const empty = page.error?.message ?? (page.isPending ? "" : "No exchange is like that.");
  return (
    <div className={styles.results}>
      <SearchList
        empty={empty}
        isInDialog
        label="Exchanges"
        onQuery={setText}
        onSelect={props.onChoose}
        query={text}
        searchLabel="Find an exchange"
        sections={items.length === 0 ? [] : [{ title: "Newest first", items }]}
        selectedId={null}
      />
    </div>
  );
}

function itemOf(row: ExchangeSummary, now: Date): ListItem {
  const what = [row.event ?? "No event", row.identity?.value, row.tenantName].filter(Boolean).join(" · ");
  return {
    id: row.id,
    label: `${outcomeLabel(row.outcome)}: ${what}`,
    icon: <Dot tone={row.outcome} />,
    detail: listTime(row.sentAt, now),
  };
}
