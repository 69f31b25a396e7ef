import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventAt, openDocument, withEvent } from "./document.ts";
import {
  addEvents,
  changeEvents,
  duplicateEvents,
  moveEvent,
  newEvent,
  removeEvents,
  withApis,
  withGroup,
} from "./event-edits.ts";
import { withEventField } from "./event-fields.ts";
import { applyEdit, endGroup, redo, startHistory, undo } from "./history.ts";
import { applyPatch, catalogPatchSchema, patchBetween } from "./patch.ts";
import { firstEvent, smallCatalog } from "./test-support/small-catalog.ts";

const keysOf = (document: ReturnType<typeof openDocument>) => document.catalog.events.map(({ key }) => key);

describe("edits of events", () => {
  it("add, with a key that is free, after the row that is named", () => {
    const document = openDocument(smallCatalog);
    const one = addEvents(document, [newEvent(document)], 0);
    const two = addEvents(one.document, [newEvent(one.document)], null);
    expect(keysOf(two.document)).toEqual(["signup", "new_event", "deposit", "new_event_2"]);
    expect(eventAt(two.document, two.rows[0] ?? null)?.key).toBe("new_event_2");
  });

  it("duplicate with a key of its own, without the id, and with fields the console does not know", () => {
    const { document, rows } = duplicateEvents(openDocument(smallCatalog), new Set([0, 1]));
    expect(keysOf(document)).toEqual(["signup", "signup_copy", "deposit", "deposit_copy"]);
    const copy = eventAt(document, rows[0] ?? null);
    expect(copy).toMatchObject({ tags: ["start"], parameters: firstEvent().parameters });
    expect(copy).not.toHaveProperty("id");
  });

  it("remove and move by rows, whatever came before", () => {
    const { document } = duplicateEvents(openDocument(smallCatalog), new Set([0]));
    expect(keysOf(removeEvents(document, new Set([0])))).toEqual(["signup_copy", "deposit"]);
    expect(keysOf(moveEvent(document, 1, -5))).toEqual(["deposit", "signup", "signup_copy"]);
    expect(moveEvent(document, 0, -1)).toBe(document);
  });

  it("set APIs and group of many; one that changes nothing leaves the same document", () => {
    const document = openDocument(smallCatalog);
    const changed = changeEvents(document, new Set([0, 1]), (event) =>
      withApis(withGroup(event, " Money "), ["realtime", "optievent"]),
    );
    expect(changed.catalog.events).toMatchObject([
      { group: "Money", apis: ["optievent", "realtime"] },
      { group: "Money", apis: ["optievent", "realtime"] },
    ]);
    expect(changeEvents(document, new Set([0]), (event) => event)).toBe(document);
  });

  it("write fields, refuse what the file has no place for, and keep what is unknown", () => {
    const event = firstEvent();
    expect(withEventField(event, "key", " ")).toMatchObject({
      ok: false,
      error: { code: "event.key-missing" },
    });
    expect(withEventField(event, "id", "11o1")).toMatchObject({
      ok: false,
      error: { code: "event.id-not-integer" },
    });
    expect(withEventField(event, "id", "")).toEqual({ ok: true, value: { ...event, id: undefined } });
    expect(withEventField(event, "title", "Sign-up")).toMatchObject({
      value: { title: "Sign-up", tags: ["start"] },
    });
  });
});

describe("the history", () => {
  const start = startHistory(openDocument(smallCatalog));
  const typed = (history: typeof start, title: string) =>
    applyEdit(history, {
      document: withEvent(history.document, 0, { ...firstEvent(), title }),
      label: "Change the title",
      place: { row: 0 },
      group: "title:0",
    });

  it("takes typing in one field as one step, until the field is left", () => {
    const once = typed(typed(start, "S"), "Si");
    expect(once.past).toHaveLength(1);
    expect(typed(endGroup(once), "Sig").past).toHaveLength(2);
    const undone = undo(once);
    expect(undone).toMatchObject({ label: "Change the title", place: { row: 0 } });
    expect(undone?.history.document).toBe(start.document);
  });

  it("forgets what was undone at the next edit, and does nothing where there is nothing", () => {
    const undone = undo(typed(start, "S"));
    expect(undone === null ? null : redo(undone.history)?.history.document.catalog.events[0]?.title).toBe(
      "S",
    );
    expect(undone === null ? null : typed(undone.history, "T").future).toEqual([]);
    expect(undo(start)).toBeNull();
    expect(redo(start)).toBeNull();
    expect(applyEdit(start, { document: start.document, label: "", place: { row: null } })).toBe(start);
  });

  it("leads back through any edits to the first document, and forward to the last", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 })), (kinds) => {
        let history = start;
        for (const [index, kind] of kinds.entries()) {
          history = applyEdit(history, {
            document: editOf(kind, history.document),
            label: `${index}`,
            place: { row: null },
          });
        }
        const last = history;
        for (let step = undo(history); step !== null; step = undo(history)) history = step.history;
        expect(history.document).toBe(start.document);
        for (let step = redo(history); step !== null; step = redo(history)) history = step.history;
        expect(history.document).toBe(last.document);
      }),
    );
  });
});

describe("a patch", () => {
  it("makes the later catalog of the earlier one, through JSON, whatever was edited", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { maxLength: 12 }), (kinds) => {
        const before = openDocument(smallCatalog);
        const after = kinds.reduce((document, kind) => editOf(kind, document), before);
        const kept = catalogPatchSchema.parse(
          JSON.parse(JSON.stringify(patchBetween(smallCatalog, after.catalog))),
        );
        const made = applyPatch(smallCatalog, kept);
        expect(made).toEqual(after.catalog);
      }),
    );
  });

  it("is small where little changed", () => {
    const document = openDocument(smallCatalog);
    const changed = withEvent(document, 1, { key: "withdraw", parameters: [] });
    expect(patchBetween(smallCatalog, changed.catalog).events).toEqual([
      { from: 0, count: 1 },
      { event: { key: "withdraw", parameters: [] } },
    ]);
  });

  it("of another catalog makes none", () => {
    expect(applyPatch({ ...smallCatalog, events: [] }, patchBetween(smallCatalog, smallCatalog))).toBeNull();
  });
});

function editOf(kind: number, document: ReturnType<typeof openDocument>): ReturnType<typeof openDocument> {
  const [row] = document.rows;
  switch (kind) {
    case 0:
      return addEvents(document, [newEvent(document)], row ?? null).document;
    case 1:
      return duplicateEvents(document, new Set(document.rows.slice(0, 1))).document;
    case 2:
      return row === undefined ? document : removeEvents(document, new Set([row]));
    case 3:
      return row === undefined ? document : moveEvent(document, row, 1);
    default:
      return changeEvents(document, new Set(document.rows.slice(-1)), (event) => ({
        ...event,
        title: `${event.title ?? ""}x`,
      }));
  }
}
