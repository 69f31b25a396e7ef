import { describe, expect, it } from "vitest";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import type { FormValue } from "../../../shared/form/form.ts";
import { controlKind } from "./control-kind.ts";

function kind(type: Parameter["type"], value: FormValue, declared: Partial<Parameter> | null = {}) {
  const parameter = declared === null ? null : { name: "p", type, ...declared };
  return controlKind({ name: "p", declared: parameter, value, findings: [] }, type);
}

const text: FormValue = { state: "text", text: "yes" };
const yes: FormValue = { state: "boolean", value: true };

describe("the control of a parameter", () => {
  it("is the one of its type while it is not sent", () => {
    expect(kind("string", { state: "notSent" })).toBe("text");
    expect(kind("number", { state: "notSent" })).toBe("text");
    expect(kind("boolean", { state: "notSent" })).toBe("boolean");
  });

  it("keeps a number's field while what is typed is no number yet", () => {
    expect(kind("number", { state: "text", text: "1." })).toBe("text");
  });

  it("offers the allowed values, whatever the value is", () => {
    expect(kind("string", text, { enum: ["a", "b"] })).toBe("choice");
    expect(kind("string", yes, { enum: ["a", "b"] })).toBe("choice");
  });

  it("is a time where the catalog says so, and a text that is none is one still", () => {
    expect(kind("string", { state: "notSent" }, { format: "date-time" })).toBe("moment");
    expect(kind("string", text, { format: "date-time" })).toBe("moment");
    expect(kind("string", yes, { format: "date-time" })).toBe("source");
  });

  it("shows the source of what the type's own control could not show", () => {
    expect(kind("boolean", text)).toBe("source");
    expect(kind("string", yes)).toBe("source");
    expect(kind("string", { state: "null" })).toBe("source");
    expect(kind("string", { state: "other", text: "[1]" }, null)).toBe("source");
  });
});
