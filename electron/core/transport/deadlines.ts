import type { Timeouts } from "../../../shared/domain/tenant.ts";
import { OUR_CODES } from "./failure-context.ts";

/** The three limits of an attempt: to be connected, to hear something, to be done. */
export type Deadlines = {
  /** The connection stands: from here on the limit is on silence. */
  readonly connected: () => void;
  /** Something moved on the connection: the limit on silence begins anew. */
  readonly activity: () => void;
  readonly clear: () => void;
};

/** Starts the connect limit and the total limit; `onExpired` is called at most once, with one of our failure codes. */
export function startDeadlines(timeouts: Timeouts, onExpired: (code: string) => void): Deadlines {
  const expirePhase = () => onExpired(OUR_CODES.phaseTimeout);
  const total = setTimeout(() => onExpired(OUR_CODES.totalTimeout), timeouts.total);
  let isConnected = false;
  let phase = setTimeout(expirePhase, timeouts.connect);

  return {
    connected() {
      isConnected = true;
      clearTimeout(phase);
      phase = setTimeout(expirePhase, timeouts.answer);
    },
    activity() {
      if (isConnected) phase.refresh();
    },
    clear() {
      clearTimeout(phase);
      clearTimeout(total);
    },
  };
}
