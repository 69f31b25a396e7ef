import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
} from "../../shared/contract/calls.ts";
import type { AppError } from "../../shared/result/result.ts";
import type { Host } from "./host.ts";
import { useHost } from "./host-context.tsx";
import { callKey } from "./query-client.ts";

/** A call's failure on its way through TanStack Query, which knows failures as thrown values only. */
export class CallError extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.message);
    this.name = "CallError";
    this.error = error;
  }
}

/** The options of a query that makes this call; keys are `[name, input]`. */
export function callQuery<Name extends CallName>(host: Host, name: Name, input: CallInput<Name>) {
  return queryOptions<CallOutput<Name>, CallError>({
    queryKey: callKey(name, input),
    queryFn: () => callOrThrow(host, name, input),
  });
}

/** The answer of a call, kept until a host event says that it changed. */
export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: { readonly isEnabled?: boolean } = {},
): UseQueryResult<CallOutput<Name>, CallError> {
  const host = useHost();
  return useQuery({ ...callQuery(host, name, input), enabled: options.isEnabled ?? true });
}

/** A part of a call's answer: what uses it is drawn again only when that part changes. */
export function useCallPart<Name extends CallName, Part>(
  name: Name,
  input: CallInput<Name>,
  select: (answer: CallOutput<Name>) => Part,
): UseQueryResult<Part, CallError> {
  const host = useHost();
  return useQuery({ ...callQuery(host, name, input), select });
}

/** Listens to a host event. The handler may be a new function on each render; the subscription stays the same. */
export function useHostEvent<Name extends EventName>(
  name: Name,
  handler: (payload: EventPayload<Name>) => void,
): void {
  const host = useHost();
  const onEvent = useEffectEvent(handler);
  useEffect(() => host.on(name, (payload) => onEvent(payload)), [host, name]);
}

async function callOrThrow<Name extends CallName>(
  host: Host,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = await host.call(name, input);
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}
