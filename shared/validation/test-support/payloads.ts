import { CATALOG_FORMAT, type Catalog } from "../../domain/catalog.ts";
import type { Finding } from "../../domain/finding.ts";
import { validatePayload, type ValidationInput } from "../validate.ts";

/** A catalog with one parameter for each kind of constraint. */
export const catalog: Catalog = {
  format: CATALOG_FORMAT,
  name: "Test shop",
  events: [
    {
      key: "newsletter_signup",
      id: 1101,
      parameters: [
        { name: "email", type: "string", required: true, format: "email" },
        { name: "opt_in", type: "boolean", required: true },
        { name: "source", type: "string", enum: ["footer", "popup"] },
        { name: "nick", type: "string", maxLength: 5 },
        { name: "page", type: "string", format: "url" },
        { name: "born_at", type: "string", format: "date-time" },
        { name: "amount", type: "number", minimum: 0, maximum: 1000 },
      ],
    },
    { key: "Checkout_Completed", id: 1102, parameters: [{ name: "total", type: "number" }] },
    { key: "page_view", id: 1103, apis: ["realtime"], parameters: [] },
    { key: "refund", id: 1104, apis: ["optievent"], parameters: [] },
  ],
};

export const now = new Date("2026-11-23T10:00:00.000Z");

export type Options = Partial<Omit<ValidationInput, "text">>;

export function findingsOf(text: string, options: Options = {}): Finding[] {
  return validatePayload({ text, api: "optievent", catalog, now, ...options }).findings;
}

/** The names of the rules that were broken, sorted. */
export function rulesOf(text: string, options: Options = {}): string[] {
  return findingsOf(text, options)
    .map(({ rule }) => rule)
    .sort();
}

/** An OptiEvent body that breaks no rule, with fields replaced; `undefined` leaves one out. */
export function optiEvent(fields: Record<string, unknown> = {}): string {
  return JSON.stringify({
    tenant: 999,
    event: "newsletter_signup",
    customer: "johndoe@domain.com",
    timestamp: "2026-11-23 09:59:00.000 UTC",
    context: { email: "johndoe@domain.com", opt_in: true },
    ...fields,
  });
}

/** The same with parameters added or replaced. */
export function withParameters(parameters: Record<string, unknown>): string {
  return optiEvent({ context: { email: "johndoe@domain.com", opt_in: true, ...parameters } });
}

/** A Realtime body that breaks no rule, with fields replaced; `undefined` leaves one out. */
export function realtime(fields: Record<string, unknown> = {}): string {
  return JSON.stringify({
    tid: "{{secret:token}}",
    cid: "johndoe@domain.com",
    eid: 1101,
    context: { email: "johndoe@domain.com", opt_in: true },
    ...fields,
  });
}
