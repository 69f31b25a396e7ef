import { useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import { hasValue, toggleValue } from "../../../shared/history-query/chips.ts";
import { completeQuery } from "../../../shared/history-query/complete.ts";
import {
  countedFacets,
  type CountedFacet,
  type FacetName,
} from "../../../shared/history-query/facet-names.ts";
import { facets, problemOfValue } from "../../../shared/history-query/facets.ts";
import { outcomeSchema } from "../../../shared/domain/exchange.ts";
import { outcomeLabel } from "../../ui/badge.tsx";
import { CheckList, type CheckListItem } from "../../ui/check-list.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useHistoryView } from "./history-view-context.tsx";
import { wholeMinute } from "./moments.ts";
import { FACET_LABELS } from "./query-text.ts";
import { useFollowedCall } from "./use-history-calls.ts";

const MOST_VALUES = 100;

/** The values of one facet, with how many exchanges each has; any of them can be chosen, and others typed. */
export function FacetPicker({ facet }: { readonly facet: FacetName }): ReactNode {
  const { text, setText } = useHistoryView();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const items = useFacetItems(facet).filter(({ label }) =>
    label.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  const chosen = new Set(items.filter(({ id }) => hasValue(text, facet, id)).map(({ id }) => id));
  const add = () => {
    const value = typed.trim();
    if (value === "") return;
    const wrong = problemOfValue(facet, value);
    setProblem(wrong);
    if (wrong !== null) return;
    if (!hasValue(text, facet, value)) setText(toggleValue(text, facet, value));
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    add();
  };
  return (
    // Enter in the field adds what was typed; everything else keeps its own keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      <TextField
        description={`${facets[facet].description}, e.g. ${facets[facet].example}. Enter adds what is typed.`}
        errorText={problem}
        hasFocus
        label={FACET_LABELS[facet]}
        onChange={(value) => {
          setTyped(value);
          setProblem(null);
        }}
        placeholder={items.length === 0 ? "A value" : "Find or type a value"}
        value={typed}
      />
      <CheckList
        chosen={chosen}
        emptyText={typed === "" ? "History has no value to choose from." : "Enter adds what is typed."}
        items={items}
        label={`Values of ${FACET_LABELS[facet]}`}
        onToggle={(value) => setText(toggleValue(text, facet, value))}
      />
    </div>
  );
}

/** What the language offers, then what history has; each once, with its count where there is one. */
function useFacetItems(facet: FacetName): readonly CheckListItem[] {
  const { query } = useHistoryView();
  const counted = countedFacets.find((name): name is CountedFacet => name === facet);
  const answer = useFollowedCall(
    "history.facets",
    { query, facets: [counted ?? "outcome"], limit: MOST_VALUES, lane: "history-facet" },
    counted !== undefined,
  );
  return useMemo(() => {
    const counts = answer?.find((one) => one.facet === facet)?.values ?? [];
    const offered = completeQuery(`${facet}:`, facet.length + 1)?.options ?? [];
    const others = offered
      .filter(({ insert }) => !counts.some(({ value }) => value === insert))
      .map(({ insert }) => ({ id: insert, label: labelOf(facet, insert) }));
    const known = counts.map(({ value, label, count }) => ({
      id: value,
      label: facet === "outcome" ? labelOf(facet, value) : label,
      detail: count.toLocaleString("en-GB"),
    }));
    return [...known, ...others];
  }, [answer, facet]);
}

/** An outcome's own word; every other value is written as it stands in the query. */
export function labelOf(facet: FacetName | null, value: string): string {
  const outcome = outcomeSchema.safeParse(value.toLowerCase());
  return (facet === "outcome" || facet === "expected") && outcome.success
    ? outcomeLabel(outcome.data)
    : wholeMinute(value);
}
