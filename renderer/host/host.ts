import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
} from "../../shared/contract/calls.ts";
import type { Result } from "../../shared/result/result.ts";

/** Whether the program behind the window can be reached. Events that happened while it was `lost` are not repeated. */
export type Connection = "connected" | "lost";

/**
 * The one way from the window to the program it belongs to. Nothing else in the renderer knows whether that is Electron
 * or a local server. A call never rejects: a lost connection is a failure `host.unreachable` like any other.
 */
export type Host = {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>>;
  /** Answers the way to stop listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  readonly connection: {
    readonly current: () => Connection;
    readonly onChange: (listener: () => void) => () => void;
  };
};
