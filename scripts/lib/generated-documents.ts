import { catalogFileSchemaText } from "../../shared/catalog/json-schema.ts";
import { catalogRulesDocument } from "../../shared/catalog-lint/rules-document.ts";
import { rulesDocument } from "../../shared/validation/rules-document.ts";

/** The documents that are made from the code, by their path in the repository. */
export const generatedDocuments: readonly { readonly path: string; readonly text: () => string }[] = [
  { path: "docs/rules.md", text: rulesDocument },
  { path: "docs/catalog-rules.md", text: catalogRulesDocument },
  { path: "docs/catalog.schema.json", text: catalogFileSchemaText },
];
