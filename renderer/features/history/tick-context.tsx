import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { NO_TICKS, tickAll, tickOne, tickRange, type Ticks } from "./ticks.ts";

type TickActions = {
  readonly ticks: Ticks;
  readonly tick: (id: string, isRange: boolean) => void;
  readonly tickAll: () => void;
  readonly clear: () => void;
  readonly order: readonly string[];
};

const TickContext = createContext<TickActions | null>(null);

/** Holds which rows are ticked, apart from the rows themselves, so that a tick draws one box and not the table. */
export function TickProvider(props: {
  readonly order: readonly string[];
  readonly children: ReactNode;
}): ReactNode {
  const { order } = props;
  const [ticks, setTicks] = useState(NO_TICKS);
  const actions = useMemo<TickActions>(
    () => ({
      ticks,
      order,
      tick: (id, isRange) =>
        setTicks((current) => (isRange ? tickRange(current, id, order) : tickOne(current, id))),
      tickAll: () => setTicks((current) => tickAll(current, order)),
      clear: () => setTicks(NO_TICKS),
    }),
    [ticks, order],
  );
  return <TickContext value={actions}>{props.children}</TickContext>;
}

export function useTicks(): TickActions {
  const actions = use(TickContext);
  if (actions === null) throw new Error("useTicks was used outside of a TickProvider.");
  return actions;
}
