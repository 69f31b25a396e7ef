import { createObservable, type Observable } from "./observable.ts";
import type { NotCarried } from "../../../shared/translate/draft-fields.ts";

/**
 * What happened to a draft when the tenant or the API was switched. `carried`: it was filled from the other one. `kept`: it was
 * written before, so the other one is only offered.
 */
export type CarriedNotice = {
  readonly kind: "carried" | "kept";
  /** Where the other draft is: "Local sandbox, Realtime". */
  readonly source: string;
  /** The text as it is, or would be, here. */
  readonly text: string;
  readonly notCarried: readonly NotCarried[];
};

/** By draft id; shown with the draft until dismissed. */
export type CarriedNotices = Observable<ReadonlyMap<string, CarriedNotice>>;

export function createCarriedNotices(): CarriedNotices {
  return createObservable<ReadonlyMap<string, CarriedNotice>>(new Map());
}

export function putNotice(notices: CarriedNotices, id: string, notice: CarriedNotice | null): void {
  const next = new Map(notices.get());
  if (notice === null) next.delete(id);
  else next.set(id, notice);
  notices.set(next);
}
