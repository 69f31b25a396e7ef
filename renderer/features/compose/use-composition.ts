import { useDeferredValue, useEffect, useMemo, useState } from "react";
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
  /** The draft's text that was composed; behind the one being written for a moment where that is a large one. */
  readonly text: string;
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

/** What variables stand for. */
export const NO_VARIABLES: Readonly<Record<string, string>> = {};

/** Over so many characters composing waits for a pause in typing. */
const LARGE_TEXT = 100_000;

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
  const deferred = useDeferredValue(text);
  const composedText = text.length > LARGE_TEXT ? deferred : text;
  const composed = useMemo(
    () =>
      composeRequest({
        text: composedText,
        connection,
        url: tenant.resolvedEndpoints.find(({ api }) => api === connection.api)?.url ?? connection.endpoint,
        tenantNumber: tenant.tenantNumber,
        catalog,
        ruleProfile: tenant.ruleProfile,
        variables: NO_VARIABLES,
        now,
        random: seededRandom(seed),
      }),
    [composedText, tenant, connection, catalog, now, seed],
  );
  const { findings } = composed;
  return useMemo(() => {
    const form = readForm({ text, event, api: connection.api, findings });
    const errorCount = findings.filter(({ severity }) => severity === "error").length;
    return { text: composedText, composed, form, errorCount };
  }, [text, event, connection, composedText, composed, findings]);
}

function useClock(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
