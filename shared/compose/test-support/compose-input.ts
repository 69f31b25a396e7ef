import type { Catalog } from "../../domain/catalog.ts";
import { connectionSchema, DEFAULT_RULE_PROFILE, type Api } from "../../domain/tenant.ts";
import type { ComposeInput } from "../types.ts";

/** The catalog to which the vendor's printed example belongs. */
export const exampleCatalog: Catalog = {
  format: "optievent-catalog/1",
  name: "Example",
  events: [
    {
      key: "newsletter_signup",
      id: 1101,
      parameters: [
        { name: "email", type: "string", required: true, format: "email", example: "johndoe@domain.com" },
        { name: "opt_in", type: "boolean", required: true, example: true },
        { name: "order_total", type: "number" },
      ],
    },
  ],
};

/** What composing a draft of the example takes; every part can be replaced. */
export function composeInput(
  text: string,
  changes: Partial<ComposeInput> & {
    readonly api?: Api;
    readonly signed?: boolean;
    readonly eidType?: "number" | "string";
  } = {},
): ComposeInput {
  const { api = "optievent", signed = false, eidType = "number", ...rest } = changes;
  return {
    text,
    connection: connectionSchema.parse({
      api,
      endpoint: "https://server.example.com/events",
      signed,
      eidType,
    }),
    url: "https://server.example.com/events",
    tenantNumber: 999,
    catalog: exampleCatalog,
    ruleProfile: DEFAULT_RULE_PROFILE,
    variables: {},
    now: new Date("2020-04-12T17:32:06.094Z"),
    random: () => 0.5,
    ...rest,
  };
}
