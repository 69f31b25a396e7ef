import { useEffect, useEffectEvent, useId, useMemo, useState, type ReactNode } from "react";
import { completeQuery, withValues } from "../../../shared/history-query/complete.ts";
import {
  countedFacets,
  type CountedFacet,
  type FacetName,
} from "../../../shared/history-query/facet-names.ts";
import { parseQuery } from "../../../shared/history-query/parse.ts";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import { QueryField } from "../../ui/query-field.tsx";
import type { QuerySuggestions } from "../../ui/query-field-extensions.ts";
import { useHistoryView } from "./history-view-context.tsx";
import { queryParts } from "./query-text.ts";
import styles from "./search-bar.module.css";

/** Fast enough to feel at once, slow enough not to search for each letter. */
const QUIET_MS = 180;

/** The query as text. It takes effect while one types, once it can be read; Enter does not wait. */
export function QuerySearch(props: { readonly onLeaveDownwards: () => void }): ReactNode {
  const host = useHost();
  const { text, setText, query } = useHistoryView();
  const [typed, setTyped] = useState({ text, basedOn: text });
  // What a chip or a view has changed meanwhile takes the place of what was typed.
  const current = typed.basedOn === text ? typed.text : text;
  const { problems } = useMemo(() => parseQuery(current), [current]);
  const problemId = useId();
  const apply = (next: string) => {
    if (next === text || parseQuery(next).problems.length > 0) return;
    setTyped({ text: next, basedOn: next });
    setText(next);
  };
  const applyLater = useEffectEvent(apply);
  useEffect(() => {
    const timer = setTimeout(() => applyLater(current), QUIET_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <>
      <QueryField
        {...(problems.length === 0 ? {} : { describedBy: problemId })}
        label="Search the history"
        marks={problems}
        onChange={(next) => setTyped({ text: next, basedOn: text })}
        onLeaveDownwards={props.onLeaveDownwards}
        onSubmit={apply}
        partsOf={queryParts}
        placeholder="Search, or outcome:rejected event:deposit"
        suggest={(whole, caret) => suggest(host, query.timeZone, whole, caret)}
        value={current}
      />
      {problems.length === 0 ? null : (
        <p className={styles.problem} id={problemId} role="alert">
          {problems[0]?.message}
        </p>
      )}
    </>
  );
}

const MOST_VALUES = 50;

/** What could stand at the caret: facets, and their values as the language and as history know them. */
async function suggest(
  host: Host,
  timeZone: string,
  text: string,
  caret: number,
): Promise<QuerySuggestions | null> {
  const completion = completeQuery(text, caret);
  if (completion === null) return null;
  const { facet } = completion;
  // Where nothing is typed yet the names of facets would only stand in the way.
  if (facet === null && completion.typed === "" && text.trim() !== "") return null;
  if (facet === null || !isCounted(facet)) return completion;
  const answer = await host.call("history.facets", {
    query: { text: "", timeZone },
    facets: [facet],
    limit: MOST_VALUES,
    lane: "history-suggest",
  });
  return answer.ok ? withValues(completion, answer.value[0]?.values ?? []) : completion;
}

function isCounted(facet: FacetName): facet is CountedFacet {
  return countedFacets.some((counted) => counted === facet);
}
