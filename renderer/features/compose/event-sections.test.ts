import { describe, expect, it } from "vitest";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { ExchangeSummary, Outcome } from "../../../shared/domain/exchange.ts";
import { catalogSections, recentSection, searchSections } from "./event-sections.ts";

const event = (key: string, rest: Partial<CatalogEvent> = {}): CatalogEvent => ({
  key,
  parameters: [],
  ...rest,
});

const events = [
  event("newsletter_signup", { id: 1101, title: "Newsletter signup" }),
  event("deposit", { id: 1105, group: "Gaming", apis: ["optievent"] }),
  event("login", { group: "Gaming" }),
];

function sent(key: string | null, outcome: Outcome): ExchangeSummary {
  return {
    id: "x",
    sequence: 1,
    sentAt: "2026-11-23T08:00:00.000Z",
    outcome,
    api: "optievent",
    tenantName: null,
    tenantKind: null,
    event: key,
    identity: null,
    status: 200,
    totalMs: 1,
    message: "",
    reference: null,
    negative: false,
    pinned: false,
    tags: [],
    hasNote: false,
    isImported: false,
    expected: null,
    runId: null,
  };
}

const keys = (sections: readonly { title: string; entries: readonly { eventKey: string }[] }[]) =>
  sections.map((section) => [section.title, ...section.entries.map((one) => one.eventKey)]);

describe("the list of events", () => {
  it("lists the catalog in its order, under its groups", () => {
    expect(keys(catalogSections(events, "optievent"))).toEqual([
      ["Catalog", "newsletter_signup"],
      ["Gaming", "deposit", "login"],
    ]);
  });

  it("lists the events last sent once each, with their last outcome", () => {
    const exchanges = [
      sent("login", "rejected"),
      sent("login", "accepted"),
      sent("unknown", "accepted"),
      sent(null, "failed"),
      sent("deposit", "accepted"),
    ];
    const { entries } = recentSection(events, exchanges, "optievent");
    expect(entries.map((one) => [one.eventKey, one.outcome])).toEqual([
      ["login", "rejected"],
      ["deposit", "accepted"],
    ]);
  });

  it("says why an event is of little use with an API", () => {
    const reasons = catalogSections(events, "realtime").flatMap((section) =>
      section.entries.map((one) => one.unavailable),
    );
    expect(reasons).toEqual([null, "Not configured for Realtime", "Has no event id, which Realtime needs"]);
  });

  it("finds by parts of key, title and id, in any order and case", () => {
    const find = (query: string) =>
      searchSections(catalogSections(events, "optievent"), events, query).flatMap((section) =>
        section.entries.map((one) => one.eventKey),
      );
    expect(find("")).toHaveLength(3);
    expect(find("SIGNUP news")).toEqual(["newsletter_signup"]);
    expect(find("110")).toEqual(["newsletter_signup", "deposit"]);
    expect(find("nothing")).toEqual([]);
  });
});
