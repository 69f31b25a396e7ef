import { applyPatch, type CatalogPatch } from "../../../shared/catalog-edit/patch.ts";
import { createCatalogLinter } from "../../../shared/catalog-lint/lint.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";

// Runs beside the window. It keeps the catalog, so that an edit is a small message, and the events that an edit left alone are
// the same objects as before, which the linter does not look at again.

export type LintMessage = { readonly catalog: Catalog } | { readonly patch: CatalogPatch };

const linter = createCatalogLinter();
let catalog: Catalog | null = null;

self.addEventListener("message", ({ data }: MessageEvent<LintMessage>) => {
  if ("catalog" in data) ({ catalog } = data);
  else if (catalog !== null) catalog = applyPatch(catalog, data.patch);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers whoever started it.
  self.postMessage(catalog === null ? null : linter.lint(catalog));
});
