import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import type { Form, NoForm } from "../../../shared/form/form.ts";
import { readForm } from "../../../shared/form/read-form.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import { createBackground } from "./background.ts";
import { startComposer } from "./compose-in-background.ts";
import { composeOnce, LARGE_TEXT, type ComposeJob, type ComposeOutput } from "./compose-job.ts";

/** The draft as it would be sent now, what validation says of it, and the form that shows it. */
export type Composition = {
  /** The draft's text that was composed; behind the one being written for a moment where that is a large one. */
  readonly text: string;
  readonly composed: ComposedRequest;
  /** What was composed, and with what. */
  readonly job: ComposeJob;
  readonly form: Form | NoForm;
  /** The number of all findings; `composed` has the most serious of them. */
  readonly findingCount: number;
  /** The number of findings that are errors: with any, sending is a deliberate negative test. */
  readonly errorCount: number;
};

export type CompositionInput = {
  readonly text: string;
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly catalog: Catalog;
  readonly event: CatalogEvent | null;
  /** What variables stand for. */
  readonly variables: Readonly<Record<string, string>>;
};

/** How often the moment shown for "now" is brought up to date. It is stamped when sent, whatever is shown. */
const CLOCK_MS = 10_000;

/**
 * Composes with the function that sending uses, on every change. What has been composed of a large text is of one a little
 * older; the form is always that of the text as it is, so that a field shows what is typed into it.
 */
export function useComposition(input: CompositionInput): Composition {
  const { text, connection, event } = input;
  const subject = `${input.tenant.id} ${connection.api} ${event?.key}`;
  const { job, output } = useComposed(useJob(input), subject);
  return useMemo(() => {
    const { findings } = output.composed;
    const form = readForm({ text, event, api: connection.api, findings });
    return { ...output, job, text: job.text, form };
  }, [text, event, connection, job, output]);
}

function useJob({ text, tenant, connection, catalog, variables }: CompositionInput): ComposeJob {
  const [seed] = useState(() => Math.floor(Math.random() * 2 ** 32));
  const now = useClock(CLOCK_MS);
  return useMemo(
    () => ({
      text,
      connection,
      url: tenant.resolvedEndpoints.find(({ api }) => api === connection.api)?.url ?? connection.endpoint,
      tenantNumber: tenant.tenantNumber,
      catalog,
      ruleProfile: tenant.ruleProfile,
      variables,
      now,
      seed,
    }),
    [text, tenant, connection, catalog, variables, now, seed],
  );
}

type Composed = { readonly job: ComposeJob; readonly output: ComposeOutput };

/** `subject` names the draft: what was composed of another one is nothing to show. */
function useComposed(job: ComposeJob, subject: string): Composed {
  const [background] = useState(() => createBackground(startComposer));
  const done = useSyncExternalStore(background.done.subscribe, background.done.get);
  const isLarge = job.text.length > LARGE_TEXT;
  useEffect(() => () => background.close(), [background]);
  useEffect(() => {
    if (isLarge) background.run({ ...job, subject });
  }, [background, job, isLarge, subject]);
  const isKept = isLarge && done?.job.subject === subject && done.output !== null;
  const kept = isKept ? done : null;
  return useMemo(() => {
    if (kept?.output != null) return { job: kept.job, output: kept.output };
    // A small text, or a large one that has just been opened.
    return { job, output: composeOnce(job) };
  }, [kept, job]);
}

function useClock(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
