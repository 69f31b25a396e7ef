import { useEffect, useMemo, useState } from "react";
import { composeRequest } from "../../../shared/compose/compose.ts";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import type { Form, NoForm } from "../../../shared/form/form.ts";
import { readForm } from "../../../shared/form/read-form.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import { seededRandom } from "../../../shared/random/seeded-random.ts";

/** The draft as it would be sent now, what validation says of it, and the form that shows it. */
export type Composition = {
  readonly composed: ComposedRequest;
  readonly form: Form | NoForm;
  /** The number of findings that are errors: with any, sending is a deliberate negative test. */
  readonly errorCount: number;
};

export type CompositionInput = {
  readonly text: string;
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly catalog: Catalog;
  readonly event: CatalogEvent | null;
};

const NO_VARIABLES: Readonly<Record<string, string>> = {};

/** How often the moment shown for "now" is brought up to date. It is stamped when sent, whatever is shown. */
const CLOCK_MS = 10_000;

/**
 * Composes with the function that sending uses, on every change. Generated values keep still between two changes: the random
 * source starts from the same seed each time.
 */
export function useComposition(input: CompositionInput): Composition {
  const { text, tenant, connection, catalog, event } = input;
  const [seed] = useState(() => Math.floor(Math.random() * 2 ** 32));
  const now = useClock(CLOCK_MS);
  return useMemo(() => {
    const composed = composeRequest({
      text,
      connection,
      url: tenant.resolvedEndpoints.find(({ api }) => api === connection.api)?.url ?? connection.endpoint,
      tenantNumber: tenant.tenantNumber,
      catalog,
      ruleProfile: tenant.ruleProfile,
      variables: NO_VARIABLES,
      now,
      random: seededRandom(seed),
    });
    const form = readForm({ text, event, api: connection.api, findings: composed.findings });
    const errorCount = composed.findings.filter(({ severity }) => severity === "error").length;
    return { composed, form, errorCount };
  }, [text, tenant, connection, catalog, event, now, seed]);
}

function useClock(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
