import { useMemo } from "react";
import { replaceCatalog } from "../../../shared/catalog-edit/replace-catalog.ts";
import type { CatalogDocument } from "../../../shared/catalog-edit/document.ts";
import { applyAllFixes, applyFix } from "../../../shared/catalog-lint/apply-fix.ts";
import { CATALOG_RULES, type CatalogRuleName } from "../../../shared/catalog-lint/rules.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { announceUndo } from "./announce-undo.ts";
import { useFindings } from "./findings-context.tsx";
import type { PlacedFinding } from "./place-findings.ts";
import { useEditor, type EditorActions } from "./use-catalog-editor.ts";

export type Fixes = {
  readonly fix: (placed: PlacedFinding) => void;
  /** All of one kind, or of every kind. */
  readonly fixAll: (rule: CatalogRuleName | null) => void;
};

/** Mends findings, each press as one step of undo. */
export function useFixes(): Fixes {
  const { actions } = useEditor();
  const { placed } = useFindings();
  const checked = placed?.document.catalog;
  return useMemo(() => fixesOf(actions, checked), [actions, checked]);
}

function fixesOf(actions: EditorActions, checked: Catalog | undefined): Fixes {
  return {
    fix({ finding, place }) {
      const { fix } = finding;
      actions.edit((document) => {
        // A fix is for what was checked; what is checked of a newer state is here in a moment.
        if (fix === null || document.catalog !== checked) return null;
        return { document: withFixed(document, applyFix(document.catalog, fix)), label: fix.label, place };
      });
    },
    fixAll(rule) {
      const label = rule === null ? "Fix all" : `Fix all: ${CATALOG_RULES[rule].summary}`;
      actions.edit((document) => ({
        document: withFixed(document, applyAllFixes(document.catalog, rule)),
        label,
        place: { row: null },
      }));
      const title = rule === null ? "Everything that is certain was fixed" : "All of this kind were fixed";
      announceUndo(title, label, actions);
    },
  };
}

/** Where no event was taken away each stands where it stood, under another key as well. */
function withFixed(document: CatalogDocument, catalog: Catalog): CatalogDocument {
  if (catalog.events.length !== document.rows.length) return replaceCatalog(document, catalog);
  return catalog === document.catalog ? document : { ...document, catalog };
}
