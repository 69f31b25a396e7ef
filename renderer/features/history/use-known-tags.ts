import { useHistoryView } from "./history-view-context.tsx";
import { useFollowedCall } from "./use-history-calls.ts";

const MOST_TAGS = 200;

/** The tags that are in use, the most frequent first. */
export function useKnownTags(): readonly string[] {
  const { query } = useHistoryView();
  const answer = useFollowedCall("history.facets", {
    query: { text: "", timeZone: query.timeZone },
    facets: ["tag"],
    limit: MOST_TAGS,
    lane: "history-tags",
  });
  return (answer?.[0]?.values ?? []).map(({ value }) => value);
}
