import { describe, expect, it } from "vitest";
import { replaceCatalog } from "../../../../shared/catalog-edit/replace-catalog.ts";
import { eventAt, openDocument } from "../../../../shared/catalog-edit/document.ts";
import { smallCatalog } from "../../../../shared/catalog-edit/test-support/small-catalog.ts";
import { mergeImport } from "../../../../shared/catalog-import/merge.ts";
import {
  countTaken,
  decide,
  decideAll,
  decideParameter,
  eventId,
  isEventTaken,
  mergeChoices,
  NO_DECISIONS,
  parameterId,
  type Decisions,
} from "./import-choices.ts";
import { readImport } from "./import-job.ts";
import { catalogNameOf } from "./import-source.ts";

const TABLE =
  "Event Key,Parameter Key,Type\nsignup,email,Number\nsignup,city,String\nwin_back,coupon,String\n";
const { result, plan } = readImport({ input: TABLE, options: {}, current: smallCatalog });
if (!result.ok || plan === null) throw new Error("The table is read.");
const read = result;
const planned = plan;
const signup = planned.events.find(({ key }) => key === "signup");
const parameter = (name: string) => signup?.parameters.find((one) => one.name === name);
const merged = (decisions: Decisions) =>
  mergeImport(smallCatalog, read, mergeChoices(planned, decisions, false)).catalog;
const shape = (decisions: Decisions) =>
  merged(decisions).events.map(({ key, parameters }) =>
    [key, ...parameters.map(({ name, type }) => `${name} ${type}`)].join(", "),
  );

describe("the choices of an import", () => {
  it("take what is new and different, and take nothing away, unless chosen otherwise", () => {
    expect(shape(NO_DECISIONS)).toEqual([
      "signup, email number, age number, city string",
      "deposit",
      "win_back, coupon string",
    ]);
    expect(countTaken(planned, NO_DECISIONS)).toEqual({ added: 1, changed: 1, same: 0, missing: 0 });
  });

  it("are made for single parameters and for all events of a kind", () => {
    if (signup === undefined) throw new Error("The plan has signup.");
    const [email, age] = [parameter("email"), parameter("age")];
    if (email === undefined || age === undefined) throw new Error("The plan has both.");
    let decisions = decide(NO_DECISIONS, parameterId(signup, email), false);
    decisions = decide(decisions, parameterId(signup, age), true);
    decisions = decideAll(planned, decisions, "missing", true);
    decisions = decideAll(planned, decisions, "added", false);
    expect(shape(decisions)).toEqual(["signup, email string, city string"]);
    expect(shape(decide(NO_DECISIONS, eventId(signup), false))[0]).toBe("signup, email string, age number");
  });

  it("offer nothing that changes nothing, and let what the source lacks be deleted", () => {
    const { plan: lacking } = readImport({
      input: "Event Key,Parameter Key,Type\nsignup,email,String\n",
      options: {},
      current: smallCatalog,
    });
    const event = lacking?.events.find(({ key }) => key === "signup");
    const age = event?.parameters.find(({ name }) => name === "age");
    if (lacking === null || event === undefined || age === undefined) throw new Error("The plan has both.");
    expect([event.kind, age.kind]).toEqual(["same", "missing"]);
    expect(isEventTaken(event, NO_DECISIONS)).toBe(false);
    expect(countTaken(lacking, NO_DECISIONS)).toEqual({ added: 0, changed: 0, same: 0, missing: 0 });
    const deleting = decideParameter(NO_DECISIONS, event, age, true);
    expect(countTaken(lacking, deleting).same).toBe(1);
    const [choice] = mergeChoices(lacking, deleting, false).events;
    expect(choice?.choice).toBe("replace");
    expect(choice?.parameters.find(({ id }) => id === age.id)?.choice).toBe("remove");
    expect(isEventTaken(event, decideAll(lacking, NO_DECISIONS, "missing", true))).toBe(true);
  });

  it("take no event of which everything that differs is left out", () => {
    if (signup === undefined) throw new Error("The plan has signup.");
    const none = signup.parameters.reduce(
      (decisions, one) => decide(decisions, parameterId(signup, one), false),
      NO_DECISIONS,
    );
    expect(countTaken(planned, none)).toMatchObject({ added: 1, changed: 0 });
  });

  it("lead to a document in which events keep their rows", () => {
    const before = openDocument(smallCatalog);
    const after = replaceCatalog(before, merged(NO_DECISIONS));
    expect(after.rows).toEqual([0, 1, 2]);
    expect(eventAt(after, 0)?.key).toBe("signup");
    expect(replaceCatalog(after, { ...smallCatalog, events: smallCatalog.events.toReversed() }).rows).toEqual(
      [1, 0],
    );
    expect(replaceCatalog(before, smallCatalog)).toBe(before);
  });
});

describe("the name of a catalog", () => {
  it("is that of its file without what says what kind of file it is", () => {
    expect(catalogNameOf("Shop EU.catalog.json")).toBe("Shop EU");
    expect(catalogNameOf("events.v2.csv")).toBe("events.v2");
    expect(catalogNameOf(null)).toBeUndefined();
  });
});
