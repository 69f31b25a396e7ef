import { useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { useControlKeys } from "../../ui/control-actions.tsx";
import { BodyFindBar } from "./body-find-bar.tsx";
import type { BodyMode, Found } from "./body-reader.ts";
import { useBodyFind } from "./use-body-find.ts";
import type { OpenBody } from "./use-open-body.ts";

export type FoundPlace = NonNullable<Found["place"]>;

export type Finding = {
  /** The part that is turned to, else that of the place that was found. */
  readonly part: number;
  /** null: follows what is found. */
  readonly turnTo: (part: number | null) => void;
  readonly place: FoundPlace | null;
  readonly open: () => void;
  readonly bar: ReactNode;
  /** For what holds the body: the key of finding. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Finding in a body, and which of its parts is shown, which follows what is found. */
export function useFinding(
  body: OpenBody,
  mode: BodyMode,
  /** What holds the text, which has the keyboard again afterwards. */
  holder: RefObject<HTMLElement | null>,
): Finding {
  const [wanted, setWanted] = useState<{ readonly query: string; readonly index: number } | null>(null);
  const [turned, turnTo] = useState<number | null>(null);
  const { find: isFindKey } = useControlKeys();
  const find = useBodyFind(body, wanted === null ? null : { mode, ...wanted });
  const place = find.isFinding ? null : (find.found?.place ?? null);
  const part = turned ?? find.found?.place?.part ?? 0;
  const look = (query: string, index: number) => {
    setWanted({ query, index });
    turnTo(null);
  };
  const open = () => setWanted(wanted ?? { query: "", index: 0 });
  const bar =
    wanted === null ? null : (
      <BodyFindBar
        find={find}
        onClose={() => {
          turnTo(part);
          setWanted(null);
          // The place that was found stays in view.
          holder.current?.querySelector<HTMLElement>("[role=textbox]")?.focus({ preventScroll: true });
        }}
        onQuery={(query) => look(query, 0)}
        onStep={(step) => look(wanted.query, (find.found?.place?.index ?? wanted.index) + step)}
        query={wanted.query}
      />
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isFindKey(event)) return;
    event.preventDefault();
    open();
  };
  return { part, turnTo, place, open, bar, onKeyDown };
}
