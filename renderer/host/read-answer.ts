import { z } from "zod";
import {
  calls,
  events,
  type CallName,
  type CallOutput,
  type EventName,
  type EventPayload,
} from "../../shared/contract/calls.ts";
import { appErrorSchema, failure, success, type Result } from "../../shared/result/result.ts";

const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);

const eventNameSchema = z.object({ name: z.string(), payload: z.unknown() });

/** Reads what a host answered to a call. Code of its own: `host.unreadable` for an answer outside the contract. */
export function readAnswer<Name extends CallName>(name: Name, answer: unknown): Result<CallOutput<Name>> {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return unreadable(name);
  if (!parsed.data.ok) return { ok: false, error: parsed.data.error };
  const value = calls[name].output.safeParse(parsed.data.value);
  if (!value.success) return unreadable(name);
  // The schema was looked up by the same name that the result type is; TypeScript cannot follow that.
  return success(value.data as CallOutput<Name>);
}

/** A broadcast, parsed, or null where it is none of the contract. */
export type Broadcast = { [Name in EventName]: { name: Name; payload: EventPayload<Name> } }[EventName];

export function readBroadcast(message: unknown): Broadcast | null {
  const parsed = eventNameSchema.safeParse(message);
  if (!parsed.success || !isEventName(parsed.data.name)) return null;
  const payload = events[parsed.data.name].safeParse(parsed.data.payload);
  if (!payload.success) return null;
  // As above: schema and payload belong to the same name.
  return { name: parsed.data.name, payload: payload.data } as Broadcast;
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name);
}

function unreadable(call: CallName): Result<never> {
  return failure(
    "host.unreadable",
    "The console answered in a way that this window does not understand. Reload the window; if that does not help, start the console again.",
    { call },
  );
}
