import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import type { Api, Connection } from "../domain/tenant.ts";

export type TranslateInput = {
  /** The draft, with its placeholders. */
  readonly text: string;
  readonly from: Api;
  readonly to: Api;
  /** The catalog's event that the draft means, as validation found it; null for one that it does not have. */
  readonly event: CatalogEvent | null;
  readonly catalog: Catalog | null;
  readonly tenantNumber: number | null;
  /** Of the API that the draft is translated to. */
  readonly connection: Connection;
};
