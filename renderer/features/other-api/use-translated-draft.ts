import { useDeferredValue, useMemo, useState } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { translateDraft, type Translation } from "../../../shared/translate/translate.ts";
import { validatePayload } from "../../../shared/validation/validate.ts";

export type TranslatedDraftInput = {
  readonly text: string;
  readonly tenant: TenantView;
  readonly catalog: Catalog;
  readonly from: Connection;
  readonly to: Connection;
};

/** The draft in the other API's form. It follows typing a moment later. */
export function useTranslatedDraft(input: TranslatedDraftInput): Translation {
  const { tenant, catalog, from, to } = input;
  const text = useDeferredValue(input.text);
  const [now] = useState(() => new Date());
  return useMemo(() => {
    const { tenantNumber, ruleProfile } = tenant;
    // The event that the text means need not be the one that the draft was begun as.
    const { event } = validatePayload({
      text,
      api: from.api,
      catalog,
      connection: from,
      tenantNumber,
      ruleProfile,
      now,
    });
    return translateDraft({ text, from: from.api, to: to.api, event, catalog, tenantNumber, connection: to });
  }, [text, tenant, catalog, from, to, now]);
}
