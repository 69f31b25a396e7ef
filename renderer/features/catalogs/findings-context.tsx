import { createContext, use, useMemo, type ReactNode } from "react";
import type { GridMark } from "../../ui/grid/grid-column.ts";
import type { PlacedFinding, PlacedFindings } from "./place-findings.ts";
import { mostSerious, severityTone } from "./severities.ts";
import { useCatalogLint } from "./use-catalog-lint.ts";
import { useEditor } from "./use-catalog-editor.ts";

/** What lint says of the catalog as it is being edited, by place. */
export type CatalogFindings = {
  /** null until the catalog was looked at for the first time. */
  readonly placed: PlacedFindings | null;
  /** Of the event's own fields and all of its parameters; null for none. */
  readonly countOf: (
    row: number,
  ) => { readonly count: number; readonly tone: "danger" | "warning" | "info" } | null;
  /** Those of the event itself, not of its parameters. */
  readonly ofEvent: (row: number) => readonly PlacedFinding[];
  readonly ofCell: (row: number, parameter: number, column: string) => GridMark | null;
  readonly rows: ReadonlySet<number> | null;
};

const FindingsContext = createContext<CatalogFindings | null>(null);

/** Checks the catalog on the screen as it is edited. */
export function FindingsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { document } = useEditor();
  const placed = useCatalogLint(document);
  const findings = useMemo(() => lookUp(placed), [placed]);
  return <FindingsContext value={findings}>{children}</FindingsContext>;
}

export function useFindings(): CatalogFindings {
  const findings = use(FindingsContext);
  if (findings === null) throw new Error("useFindings was used outside of a FindingsProvider.");
  return findings;
}

function lookUp(placed: PlacedFindings | null): CatalogFindings {
  const of = (row: number): readonly PlacedFinding[] => placed?.byRow.get(row) ?? [];
  return {
    placed,
    countOf(row) {
      const found = of(row);
      return found.length === 0
        ? null
        : { count: found.length, tone: severityTone(mostSerious(found.map(({ finding }) => finding))) };
    },
    ofEvent: (row) => of(row).filter(({ place }) => place.parameter === undefined),
    ofCell(row, parameter, column) {
      const found = of(row).filter(({ place }) => place.parameter === parameter && place.column === column);
      if (found.length === 0) return null;
      return {
        severity: mostSerious(found.map(({ finding }) => finding)),
        message: found.map(({ finding }) => plain(finding.message)).join(" "),
      };
    },
    rows: placed === null ? null : new Set(placed.byRow.keys()),
  };
}

/** Names stand between backticks, which only a drawn sentence sets in bold. */
function plain(message: string): string {
  return message.replaceAll("`", "");
}
