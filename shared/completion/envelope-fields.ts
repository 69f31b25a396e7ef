import type { ParameterType } from "../domain/catalog.ts";
import type { Api } from "../domain/tenant.ts";
import { CONTEXT_FIELD, customerField, TIMESTAMP_FIELD, VISITOR_FIELD } from "../form/fields.ts";

/** A field around an event's parameters, as OPTIMOVE-API.md section 2 has it. */
export type EnvelopeField = {
  readonly name: string;
  readonly type: ParameterType | "object";
  readonly isRequired: boolean;
  readonly description: string;
};

const CONTEXT: EnvelopeField = {
  name: CONTEXT_FIELD,
  type: "object",
  isRequired: true,
  description: "The event's parameters: names with strings, numbers, true or false. It may be empty.",
};

const FIELDS: Readonly<Record<Api, readonly EnvelopeField[]>> = {
  optievent: [
    { name: "tenant", type: "number", isRequired: true, description: "The tenant's number." },
    {
      name: "event",
      type: "string",
      isRequired: true,
      description: "The event's key. Capitals and small letters differ.",
    },
    {
      name: customerField("optievent"),
      type: "string",
      isRequired: false,
      description: "The customer id of the daily feed. An event names a customer or a visitor.",
    },
    {
      name: VISITOR_FIELD,
      type: "string",
      isRequired: false,
      description: "The visitor id that the SDK gave out. An event names a customer or a visitor.",
    },
    {
      name: TIMESTAMP_FIELD,
      type: "string",
      isRequired: true,
      description: "When the event happened, in UTC, at most 7 days ago: 2020-04-12 17:32:06.094 UTC.",
    },
    CONTEXT,
  ],
  realtime: [
    { name: "tid", type: "string", isRequired: true, description: "The tenant's secret API token." },
    { name: customerField("realtime"), type: "string", isRequired: true, description: "The customer id." },
    {
      name: "eid",
      type: "number",
      isRequired: true,
      description: "The event's number; custom events start at 1101.",
    },
    CONTEXT,
  ],
};

/** The fields of a body of an API, in the order of its documents. */
export function envelopeFields(api: Api): readonly EnvelopeField[] {
  return FIELDS[api];
}
