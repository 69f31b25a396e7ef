import { describe, expect, it } from "vitest";
import type { Finding } from "../../../shared/domain/finding.ts";
import { fixableAt, neighbour, nextField } from "./finding-keys.ts";
import { createTypingGroup } from "./typing-group.ts";

function findingAt(offset: number, hasFix = false): Finding {
  const position = { offset, length: 4, line: 1, column: offset + 1 };
  const fix = hasFix ? { fix: { label: "Mend", edits: [] } } : {};
  return {
    rule: `at ${offset}`,
    code: null,
    severity: "error",
    path: "/a",
    message: "",
    source: "",
    position,
    ...fix,
  };
}

const findings = [findingAt(30, true), findingAt(10), findingAt(20)];

describe("going through findings", () => {
  it("follows the order of the text and goes around its ends", () => {
    expect(neighbour(findings, null, "next")?.rule).toBe("at 10");
    expect(neighbour(findings, 10, "next")?.rule).toBe("at 20");
    expect(neighbour(findings, 30, "next")?.rule).toBe("at 10");
    expect(neighbour(findings, 20, "previous")?.rule).toBe("at 10");
    expect(neighbour(findings, 10, "previous")?.rule).toBe("at 30");
    expect(neighbour([], 0, "next")).toBeNull();
  });

  it("finds the fix of the finding at the caret alone", () => {
    expect(fixableAt(findings, 34)?.rule).toBe("at 30");
    expect(fixableAt(findings, 35)).toBeNull();
    expect(fixableAt(findings, 12)).toBeNull();
  });
});

describe("typing in the editor", () => {
  it("is one step of undo until it pauses or goes elsewhere", () => {
    const groupOf = createTypingGroup();
    const first = groupOf(5, 0);
    expect(groupOf(6, 100)).toBe(first);
    const later = groupOf(7, 5_000);
    expect(later).not.toBe(first);
    expect(groupOf(90, 5_100)).not.toBe(later);
  });
});

describe("going through fields", () => {
  const order = ["identity", "timestamp", "parameter:a", "parameter:b"];
  const hasFindings = (field: string) => field === "identity" || field === "parameter:a";

  it("follows the form from top to bottom and ends there", () => {
    expect(nextField(order, hasFindings, null, "next")).toBe("identity");
    expect(nextField(order, hasFindings, "identity", "next")).toBe("parameter:a");
    expect(nextField(order, hasFindings, "timestamp", "next")).toBe("parameter:a");
    expect(nextField(order, hasFindings, "parameter:a", "next")).toBeNull();
  });

  it("goes up too", () => {
    expect(nextField(order, hasFindings, null, "previous")).toBe("parameter:a");
    expect(nextField(order, hasFindings, "parameter:b", "previous")).toBe("parameter:a");
    expect(nextField(order, hasFindings, "identity", "previous")).toBeNull();
  });
});
