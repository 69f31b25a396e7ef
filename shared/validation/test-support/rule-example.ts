import type { Severity } from "../../domain/finding.ts";
import { connectionSchema } from "../../domain/tenant.ts";
import type { Options } from "./payloads.ts";

/** A body that breaks the rule: where, and what the text says there, and what the fix makes of it where there is one. */
export type RuleExample = {
  readonly text: string;
  readonly path: string;
  readonly at: string;
  readonly options?: Options;
  readonly severity?: Severity;
  /** What the body contains after the fix. */
  readonly fixed?: string;
};

export const realtimeApi: Options = { api: "realtime" };

export const signed = connectionSchema.parse({
  api: "optievent",
  endpoint: "https://example.com",
  signed: true,
});

export const stringEid = connectionSchema.parse({
  api: "realtime",
  endpoint: "https://example.com",
  eidType: "string",
});
