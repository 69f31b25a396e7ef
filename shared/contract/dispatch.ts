import type { z } from "zod";
import { failure, success, type Result } from "../result/result.ts";
import { calls, type CallName, type CallOutput, type ParsedCallInput } from "./calls.ts";

/** Who calls, as the host knows it. What is approved in one window is approved for no other. */
export type Caller = { readonly windowId: string };

/** The program itself, and whatever has no windows to tell apart. */
export const PROGRAM: Caller = { windowId: "program" };

/** One function for each call. It answers a Result; what it throws is a defect and is answered as one. */
export type Handlers = {
  readonly [Name in CallName]: (
    input: ParsedCallInput<Name>,
    caller: Caller,
  ) => Promise<Result<CallOutput<Name>>> | Result<CallOutput<Name>>;
};

export type DispatchOptions = {
  /** Told of defects: a handler that threw, an output that breaks the contract. Never shown to the window as they are. */
  readonly onDefect: (call: string, error: unknown) => void;
};

/** `caller` is the host's to say and comes from no message; without one it is the program itself. */
export type Dispatch = (name: unknown, input: unknown, caller?: Caller) => Promise<Result<unknown>>;

/**
 * The one way in from any host. Takes whatever arrived, answers a Result, never throws.
 * Codes of its own: `call.unknown`, `call.invalid-input`, `call.failed`.
 */
export function createDispatch(handlers: Handlers, options: DispatchOptions): Dispatch {
  return async (name, input, caller = PROGRAM) => {
    if (!isCallName(name)) return failure("call.unknown", "The console has no such call.");
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) {
      return failure(
        "call.invalid-input",
        `"${name}" was called with wrong input. ${describe(parsed.error)}`,
        {
          call: name,
        },
      );
    }
    try {
      // The table guarantees that handler and input belong to the same name, which TypeScript cannot follow here.
      const handler = handlers[name] as (
        input: unknown,
        caller: Caller,
      ) => Promise<Result<unknown>> | Result<unknown>;
      return checkOutput(name, await handler(parsed.data, caller), options);
    } catch (error) {
      options.onDefect(name, error);
      return failure(
        "call.failed",
        "Something went wrong inside the console. The log file has the details.",
        {
          call: name,
        },
      );
    }
  };
}

function isCallName(name: unknown): name is CallName {
  return typeof name === "string" && Object.hasOwn(calls, name);
}

function checkOutput(name: CallName, result: Result<unknown>, options: DispatchOptions): Result<unknown> {
  if (!result.ok) return result;
  const parsed = calls[name].output.safeParse(result.value);
  if (parsed.success) return success(parsed.data);
  options.onDefect(name, parsed.error);
  return failure("call.failed", "The console produced an answer it does not understand itself.", {
    call: name,
  });
}

/** Names the field that is wrong and why, without repeating its value, which may be a secret. */
function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "";
  const path = issue.path.map(String).join(".");
  return path === "" ? `${issue.message}.` : `Field "${path}": ${issue.message}.`;
}
