import type { ReactNode } from "react";
import type { RemovalPreview } from "../../../shared/domain/history.ts";
import { formatCount } from "../../ui/quantities.ts";
import { dayAndTime } from "./moments.ts";

/** What would go, and what the record says of it afterwards. */
export function RemovalWords({ preview }: { readonly preview: RemovalPreview }): ReactNode {
  const { count, oldest, newest } = preview;
  const span =
    oldest === null || newest === null ? "" : `, sent from ${dayAndTime(oldest)} to ${dayAndTime(newest)}`;
  return (
    <>
      <p>
        <strong>{formatCount(count, "exchange", "exchanges")}</strong>
        {span}, with their notes and tags. This cannot be taken back.
      </p>
      <p>
        The evidence chain records when it was done, how many there were and the reason you give, so that
        verifying the history still tells a deletion from a loss.
      </p>
    </>
  );
}
