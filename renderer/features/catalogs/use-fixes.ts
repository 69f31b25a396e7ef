import { replaceCatalog } from "../../../shared/catalog-edit/replace-catalog.ts";
import type { CatalogDocument } from "../../../shared/catalog-edit/document.ts";
import { applyAllFixes, applyFix } from "../../../shared/catalog-lint/apply-fix.ts";
import { CATALOG_RULES, type CatalogRuleName } from "../../../shared/catalog-lint/rules.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { announceUndo } from "./announce-undo.ts";
import { useFindings } from "./findings-context.tsx";
import type { PlacedFinding } from "./place-findings.ts";
import { useEditor } from "./use-catalog-editor.ts";

export type Fixes = {
  readonly fix: (placed: PlacedFinding) => void;
  /** All of one kind, or of every kind. */
  readonly fixAll: (rule: CatalogRuleName | null) => void;
};

/** Mends findings, each press as one step of undo. */
export function useFixes(): Fixes {
  const { actions } = useEditor();
  const { placed: checked } = useFindings();
  return {
    fix({ finding, place }) {
      actions.edit((document) => {
        // A fix is for what was checked; what is checked of a newer state is here in a moment.
        if (finding.fix === null || document.catalog !== checked?.document.catalog) return null;
        return {
          document: withFixed(document, applyFix(document.catalog, finding.fix)),
          label: finding.fix.label,
          place,
        };
      });
    },
    fixAll(rule) {
      const label = rule === null ? "Fix all" : `Fix all: ${CATALOG_RULES[rule].summary}`;
      actions.edit((document) => ({
        document: withFixed(document, applyAllFixes(document.catalog, rule)),
        label,
        place: { row: null },
      }));
      announceUndo(
        rule === null ? "Everything that is certain was fixed" : "All of this kind were fixed",
        label,
        actions,
      );
    },
  };
}

/** Where no event was taken away each stands where it stood, under another key as well. */
function withFixed(document: CatalogDocument, catalog: Catalog): CatalogDocument {
  if (catalog.events.length !== document.rows.length) return replaceCatalog(document, catalog);
  return catalog === document.catalog ? document : { ...document, catalog };
}
