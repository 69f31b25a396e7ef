import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { CallInput, CallName, CallOutput } from "../../../shared/contract/calls.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import { CallError, useHostEvent } from "../../host/queries.ts";
import { createThrottle } from "./throttle.ts";

/** What is said about the whole of history need not follow each exchange of a run. */
const FOLLOW_MS = 1000;
/** Not under the calls' own keys, which every change asks again for. */
const FOLLOWED = "followed";

/**
 * The answer of a call about history, followed as `useFollowHistory` says and asked for only while the screen is shown. The answer
 * before stays until there is a new one.
 */
export function useFollowedCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  isEnabled = true,
): CallOutput<Name> | undefined {
  const host = useHost();
  const isShown = useNavigation().screen === "history";
  const query = useQuery<CallOutput<Name>, CallError>({
    queryKey: [FOLLOWED, name, input],
    queryFn: () => callOrThrow(host, name, input),
    enabled: isEnabled && isShown,
    placeholderData: (previous) => previous,
    gcTime: 60_000,
  });
  return query.data;
}

async function callOrThrow<Name extends CallName>(
  host: Host,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const answer = await host.call(name, input);
  if (!answer.ok) throw new CallError(answer.error);
  return answer.value;
}

/** Asks again for what is followed, once a second at most; once on the screen. */
export function useFollowHistory(): void {
  const client = useQueryClient();
  const throttle = useMemo(
    () => createThrottle(FOLLOW_MS, () => void client.invalidateQueries({ queryKey: [FOLLOWED] })),
    [client],
  );
  useEffect(() => throttle.stop, [throttle]);
  useHostEvent("history.changed", throttle.ask);
}
