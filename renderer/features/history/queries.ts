import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import { CallError, callQuery, useHostEvent } from "../../host/queries.ts";
import { showToast } from "../../ui/toast.tsx";
import { coalesce } from "./coalesce.ts";
import {
  firstRows,
  heldBack,
  oldestSequence,
  withHeard,
  withNewest,
  withOlder,
  type HistoryRows,
} from "./history-rows.ts";

const PAGE = 100;
/** Not under the call's own key: a change of the history must not ask for the whole list again. */
const LIST_KEY = ["history.list"] as const;

export type HistoryList = {
  readonly list: HistoryRows | undefined;
  readonly error: AppError | null;
  readonly retry: () => void;
  readonly isLoadingOlder: boolean;
  readonly loadOlder: () => void;
  /** How many are newer than the list while it is being read further down. */
  readonly newCount: number;
  readonly noteScrolled: (isAtTop: boolean) => void;
  readonly showNewest: () => void;
};

/**
 * The history, newest first, as far as it was scrolled. New exchanges come in by themselves while the top is in view;
 * further down they are only counted, so that what is being read stays where it is.
 */
export function useHistoryList(): HistoryList {
  const host = useHost();
  const client = useQueryClient();
  const query = useQuery<HistoryRows, CallError>({
    queryKey: LIST_KEY,
    queryFn: () => fetchFirst(host),
  });
  const newest = useMemo(() => followNewest(host, client), [host, client]);
  useHostEvent("history.changed", newest.refresh);
  const older = useLoadOlder();
  return {
    list: query.data,
    error: query.error?.error ?? null,
    retry: () => void query.refetch(),
    newCount: query.data === undefined ? 0 : heldBack(query.data),
    noteScrolled: newest.noteScrolled,
    showNewest: newest.show,
    ...older,
  };
}

async function fetchFirst(host: Host): Promise<HistoryRows> {
  const answer = await host.call("history.page", { before: null, limit: PAGE });
  if (!answer.ok) throw new CallError(answer.error);
  return firstRows(answer.value);
}

function useLoadOlder(): Pick<HistoryList, "isLoadingOlder" | "loadOlder"> {
  const host = useHost();
  const client = useQueryClient();
  const [isLoadingOlder, setLoadingOlder] = useState(false);
  const isBusy = useRef(false);
  const loadOlder = useCallback(async () => {
    const list = client.getQueryData<HistoryRows>(LIST_KEY);
    if (list === undefined || !list.hasOlder || isBusy.current) return;
    isBusy.current = true;
    setLoadingOlder(true);
    const answer = await host.call("history.page", { before: oldestSequence(list), limit: PAGE });
    isBusy.current = false;
    setLoadingOlder(false);
    if (answer.ok) change(client, (current) => withOlder(current, answer.value, PAGE));
    else
      showToast({ tone: "failed", title: "Older exchanges could not be read", text: answer.error.message });
  }, [host, client]);
  return { isLoadingOlder, loadOlder: useCallback(() => void loadOlder(), [loadOlder]) };
}

/** Takes new exchanges into the list while its top is in view, and counts them while it is not. */
function followNewest(host: Host, client: QueryClient) {
  let isAtTop = true;
  const refresh = coalesce(async () => {
    const answer = await host.call("history.page", { before: null, limit: PAGE });
    if (!answer.ok) return;
    const page = answer.value;
    change(client, (list) => (isAtTop ? withNewest(list, page) : withHeard(list, page.total)));
  });
  return {
    refresh: () => void refresh(),
    noteScrolled: (atTop: boolean) => {
      if (atTop && !isAtTop) void refresh();
      isAtTop = atTop;
    },
    show: () => {
      isAtTop = true;
      void refresh();
    },
  };
}

function change(client: QueryClient, update: (list: HistoryRows) => HistoryRows): void {
  client.setQueryData<HistoryRows>(LIST_KEY, (list) => (list === undefined ? undefined : update(list)));
}

/** One exchange. While the next one is fetched, the last one stays in view. */
export function useExchange(id: string) {
  const host = useHost();
  return useQuery({
    ...callQuery(host, "history.get", { id }),
    // An exchange may be as large as the largest answer; it is fetched again sooner than kept.
    gcTime: 30_000,
    placeholderData: (previous) => previous,
  });
}
