import { createContext, use } from "react";
import type { GridMark } from "../../ui/grid/grid-column.ts";

/** What lint says of the catalog as it is being edited, by place. */
export type CatalogFindings = {
  /** Of the event's own fields and all of its parameters; null for none. */
  readonly countOf: (
    row: number,
  ) => { readonly count: number; readonly tone: "danger" | "warning" | "info" } | null;
  readonly ofField: (row: number, field: string) => string | undefined;
  readonly ofCell: (row: number, parameter: number, column: string) => GridMark | null;
  /** null until the catalog was looked at for the first time. */
  readonly rows: ReadonlySet<number> | null;
};

export const NO_FINDINGS: CatalogFindings = {
  countOf: () => null,
  ofField: () => undefined,
  ofCell: () => null,
  rows: null,
};

export const FindingsContext = createContext<CatalogFindings>(NO_FINDINGS);

export function useFindings(): CatalogFindings {
  return use(FindingsContext);
}
