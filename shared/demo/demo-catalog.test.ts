import { describe, expect, it } from "vitest";
import { composeRequest } from "../compose/compose.ts";
import { newDraftText } from "../compose/new-draft.ts";
import { catalogSchema, type CatalogEvent } from "../domain/catalog.ts";
import type { Finding } from "../domain/finding.ts";
import { connectionSchema, DEFAULT_RULE_PROFILE, type Api } from "../domain/tenant.ts";
import { setValue } from "../json/edit.ts";
import { demoCatalog } from "./demo-catalog.ts";

const { events } = demoCatalog;
const parameters = events.flatMap((event) => event.parameters);

/** What is found in the event when every parameter, or only the required ones, has the value of its example. */
function findingsOf(event: CatalogEvent, api: Api, which: "required" | "all"): readonly Finding[] {
  const connection = connectionSchema.parse({ api, endpoint: "gateway:local" });
  let text = newDraftText({ api, tenantNumber: 999, connection, event, eventKey: event.key });
  for (const { name, example } of which === "all" ? event.parameters : []) {
    text = setValue(text, ["context", name], JSON.stringify(example));
  }
  return composeRequest({
    text,
    connection,
    url: "http://127.0.0.1:4000",
    tenantNumber: 999,
    catalog: demoCatalog,
    ruleProfile: DEFAULT_RULE_PROFILE,
    variables: {},
    now: new Date("2026-11-23T09:15:00.000Z"),
    random: () => 0.5,
  }).findings;
}

describe("the demo catalog", () => {
  it("is a catalog file of 24 events, whose keys and ids are their own", () => {
    expect(catalogSchema.parse(demoCatalog)).toEqual(demoCatalog);
    expect(events).toHaveLength(24);
    expect(new Set(events.map(({ key }) => key)).size).toBe(24);
    expect(events.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, index) => 1101 + index));
  });

  it("has the events of the vendor's documents", () => {
    const signup = events.find(({ key }) => key === "newsletter_signup");
    const required = signup?.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
    expect(required).toEqual(["email", "opt_in"]);
    expect(events.some(({ key }) => key === "Checkout_Completed")).toBe(true);
  });

  it("shows every kind of parameter, and an event without any", () => {
    expect(new Set(parameters.map(({ type }) => type))).toEqual(new Set(["string", "number", "boolean"]));
    const formats = parameters.map(({ format }) => format).filter((format) => format !== undefined);
    expect(new Set(formats)).toEqual(new Set(["email", "url", "date-time"]));
    for (const field of ["required", "enum", "maxLength", "minimum", "maximum", "monetary"]) {
      expect(
        parameters.some((parameter) => parameter[field] !== undefined),
        field,
      ).toBe(true);
    }
    expect(events.some((event) => event.parameters.length === 0)).toBe(true);
  });

  it("says of every event and parameter what it is", () => {
    for (const event of events)
      expect([event.title, event.description, event.group]).not.toContain(undefined);
    for (const { description, example } of parameters)
      expect([description, example]).not.toContain(undefined);
  });

  describe.each(["optievent", "realtime"] as const)("through %s", (api) => {
    it.each(events.map((event) => [event.key, event] as const))(
      "leaves nothing to mend in %s",
      (key, event) => {
        // That some triggers cannot use decimals is a note, not a fault. The vendor's own example of a name has capitals,
        // which the vendor's own rule of style advises against.
        const accepted = new Set(["number.decimal", ...(key === "Checkout_Completed" ? ["name.style"] : [])]);
        for (const which of ["required", "all"] as const) {
          const faults = findingsOf(event, api, which).filter(({ rule }) => !accepted.has(rule));
          expect(faults).toEqual([]);
        }
      },
    );
  });
});
