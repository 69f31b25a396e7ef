import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { EventPayload } from "../../../shared/contract/calls.ts";
import type { HistoryPage, HistoryQueryText, HistorySort } from "../../../shared/domain/history.ts";
import type { AppError, Result } from "../../../shared/result/result.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import { CallError, useHostEvent } from "../../host/queries.ts";
import { showToast } from "../../ui/toast.tsx";
import { useStableCallback } from "../../ui/use-stable-callback.ts";
import { coalesce } from "./coalesce.ts";
import {
  firstRows,
  withAnnotation,
  withHeld,
  withNewer,
  withOlder,
  withReadAgain,
  type HistoryRows,
} from "./history-rows.ts";

const PAGE = 100;
const LANE = "history-list";

/** What a list is a list of. */
export type ListSource = { readonly query: HistoryQueryText; readonly sort: HistorySort };

export type HistoryList = {
  readonly list: HistoryRows | undefined;
  /** What is shown is still of the query before. */
  readonly isPrevious: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
  readonly isLoadingOlder: boolean;
  readonly loadOlder: () => void;
  readonly noteScrolled: (isAtTop: boolean) => void;
  readonly showNewest: () => void;
};

/** Not under the call's own key: a change of the history must not ask for the whole list again. */
function listKey({ query, sort }: ListSource) {
  return ["history.list", query.text, query.timeZone, sort.by, sort.direction] as const;
}

function isNewestFirst(sort: HistorySort): boolean {
  return sort.by === "time" && sort.direction === "descending";
}

/**
 * What a query finds, as far as it was scrolled. New exchanges come in by themselves while the top is in view and nothing is
 * being read (`mayMove`); else they are only counted, so that what is being read stays where it is.
 */
export function useHistoryList(source: ListSource, mayMove: boolean): HistoryList {
  const host = useHost();
  const client = useQueryClient();
  const isAtTop = useRef(true);
  const query = useQuery<HistoryRows, CallError>({
    queryKey: listKey(source),
    queryFn: () => fetchFirst(host, source),
    // A list begins anew each time it is turned to; what was loaded of it before may have a gap to now.
    gcTime: 0,
    placeholderData: (previous) => previous,
  });
  const refetch = query.refetch;
  const follow = useFollow(source, () => mayMove && isAtTop.current);
  const readAgain = useReadAgain(source, () => void refetch());
  useChangesWhileShown((change) => {
    if (change.removed > 0 || change.annotated === null) readAgain();
    if (change.appended > 0) follow();
    for (const id of change.annotated ?? []) void readAnnotation(host, client, source, id);
  });
  return {
    list: query.data,
    isPrevious: query.isPlaceholderData,
    error: query.error === null || query.error.error.code === "history.superseded" ? null : query.error.error,
    retry: () => void refetch(),
    noteScrolled: useStableCallback((atTop: boolean) => {
      const isBack = atTop && !isAtTop.current;
      isAtTop.current = atTop;
      if (isBack) follow();
    }),
    showNewest: () => {
      isAtTop.current = true;
      void refetch();
    },
    ...useLoadOlder(source),
  };
}

type Change = EventPayload<"history.changed">;

/** Hears of changes while the screen is shown; what happened meanwhile is heard of when it is shown again. */
function useChangesWhileShown(onChange: (change: Change) => void): void {
  const isShown = useNavigation().screen === "history";
  const missed = useRef<Change | null>(null);
  const hear = useEffectEvent(onChange);
  useHostEvent("history.changed", (change) => {
    if (isShown) hear(change);
    else missed.current = missed.current === null ? change : together(missed.current, change);
  });
  useEffect(() => {
    if (!isShown || missed.current === null) return;
    hear(missed.current);
    missed.current = null;
  }, [isShown]);
}

function together(one: Change, other: Change): Change {
  const appended = one.appended + other.appended;
  const removed = one.removed + other.removed;
  // Which ones were noted is soon too much to keep, and then the list is read anew.
  const isNoted = [one, other].some(({ annotated }) => annotated === null || annotated.length > 0);
  return { ...other, appended, removed, annotated: isNoted ? null : [] };
}

async function fetchFirst(host: Host, source: ListSource): Promise<HistoryRows> {
  const answer = await readPage(host, source, {});
  if (!answer.ok) throw new CallError(answer.error);
  return firstRows(answer.value);
}

type PageBounds = { readonly cursor?: string; readonly upTo?: number; readonly newerThan?: number };

function readPage(host: Host, source: ListSource, bounds: PageBounds): Promise<Result<HistoryPage>> {
  return host.call("history.page", { ...source, ...bounds, limit: PAGE, lane: LANE });
}

function useLoadOlder(source: ListSource): Pick<HistoryList, "isLoadingOlder" | "loadOlder"> {
  const host = useHost();
  const client = useQueryClient();
  const [isLoadingOlder, setLoadingOlder] = useState(false);
  const isBusy = useRef(false);
  const loadOlder = useCallback(async () => {
    const list = client.getQueryData<HistoryRows>(listKey(source));
    const cursor = list?.next ?? null;
    if (list === undefined || cursor === null || isBusy.current) return;
    isBusy.current = true;
    setLoadingOlder(true);
    const answer = await readPage(host, source, { cursor, upTo: list.newest });
    isBusy.current = false;
    setLoadingOlder(false);
    if (answer.ok) change(client, source, (current) => withOlder(current, cursor, answer.value));
    else if (answer.error.code !== "history.superseded")
      showToast({ tone: "failed", title: "Older exchanges could not be read", text: answer.error.message });
  }, [host, client, source]);
  return { isLoadingOlder, loadOlder: useCallback(() => void loadOlder(), [loadOlder]) };
}

/** The largest page that may be asked for. */
const LARGEST_PAGE = 500;

/** Reads the list anew as far as it was read, after exchanges in it went or were changed, so that one stays where one was. */
function useReadAgain(source: ListSource, startAgain: () => void): () => void {
  const host = useHost();
  const client = useQueryClient();
  const read = useStableCallback(async () => {
    const list = client.getQueryData<HistoryRows>(listKey(source));
    const again = list === undefined ? null : await readAsFar(host, source, list);
    const current = client.getQueryData<HistoryRows>(listKey(source));
    const next = list && current && again && withReadAgain(current, list, again);
    if (next == null) startAgain();
    else change(client, source, () => next);
  });
  const asked = useMemo(() => coalesce(read), [read]);
  return () => void asked();
}

/** null where it could not be read. */
async function readAsFar(host: Host, source: ListSource, list: HistoryRows): Promise<HistoryRows | null> {
  let again: HistoryRows | null = null;
  do {
    const bounds: PageBounds = again?.next == null ? {} : { cursor: again.next };
    const left = Math.max(PAGE, list.rows.length - (again?.rows.length ?? 0));
    const limit = Math.min(LARGEST_PAGE, left);
    // In no lane, in which scrolling would break it off.
    const answer = await host.call("history.page", { ...source, ...bounds, upTo: list.newest, limit });
    if (!answer.ok) return null;
    again = again === null ? firstRows(answer.value) : withOlder(again, bounds.cursor ?? "", answer.value);
  } while (again.next !== null && again.rows.length < list.rows.length);
  return again;
}

/** Takes new exchanges into the list where they may come in, and counts them where they may not. */
function useFollow(source: ListSource, mayTakeIn: () => boolean): () => void {
  const host = useHost();
  const client = useQueryClient();
  const refresh = useStableCallback(async () => {
    const list = client.getQueryData<HistoryRows>(listKey(source));
    if (list === undefined) return;
    const newerThan = list.newest;
    if (isNewestFirst(source.sort) && mayTakeIn()) {
      const answer = await host.call("history.page", { ...source, newerThan, limit: PAGE });
      if (!answer.ok) return;
      const next = withNewer(list, newerThan, answer.value);
      if (next === null) await client.refetchQueries({ queryKey: listKey(source) });
      else change(client, source, (current) => withNewer(current, newerThan, answer.value) ?? current);
    } else {
      const answer = await host.call("history.count", { query: source.query, newerThan });
      if (answer.ok) change(client, source, (current) => withHeld(current, newerThan, answer.value.count));
    }
  });
  const asked = useMemo(() => coalesce(refresh), [refresh]);
  return () => void asked();
}

async function readAnnotation(
  host: Host,
  client: QueryClient,
  source: ListSource,
  id: string,
): Promise<void> {
  const list = client.getQueryData<HistoryRows>(listKey(source));
  if (list === undefined || !list.rows.some((row) => row.id === id)) return;
  const answer = await host.call("history.annotation", { id });
  if (answer.ok) change(client, source, (current) => withAnnotation(current, id, answer.value));
}

function change(client: QueryClient, source: ListSource, update: (list: HistoryRows) => HistoryRows): void {
  client.setQueryData<HistoryRows>(listKey(source), (list) =>
    list === undefined ? undefined : update(list),
  );
}
