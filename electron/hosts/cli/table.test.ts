import { describe, expect, it } from "vitest";
import { formatTable, shorten } from "./table.ts";
import { printable, printableLines } from "./terminal.ts";

describe("formatTable", () => {
  it("aligns columns, numbers at their ends, and leaves no blanks at the end of a line", () => {
    expect(
      formatTable(
        [
          ["NAME", "TIME"],
          ["a", "12.5 ms"],
          ["longer", "1.0 ms"],
        ],
        new Set([1]),
      ),
    ).toBe("NAME       TIME\na       12.5 ms\nlonger   1.0 ms\n");
  });

  it("counts what a reader sees, not how it is encoded", () => {
    expect(
      formatTable([
        ["👩‍👩‍👧é", "x"],
        ["ab", "y"],
      ]),
    ).toBe("👩‍👩‍👧é  x\nab  y\n");
  });

  it("is empty for no rows", () => {
    expect(formatTable([])).toBe("");
  });
});

describe("shorten", () => {
  it("cuts between characters and says so", () => {
    expect(shorten("abcdef", 4)).toBe("abc…");
    expect(shorten("abcd", 4)).toBe("abcd");
    expect(shorten("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2)).toBe("👩‍👩‍👧…");
  });
});

describe("printable", () => {
  it("shows what would control a terminal as what it is", () => {
    expect(printable("a\u001b[2Jb\r\n\u202Ec\u0000")).toBe(String.raw`a\u001b[2Jb\u000d\u000a\u202ec\u0000`);
  });

  it("leaves every other character alone", () => {
    expect(printable("Grüße, 東京, 👋 – “quoted”")).toBe("Grüße, 東京, 👋 – “quoted”");
  });

  it("keeps line breaks and tabs of longer texts", () => {
    expect(printableLines("{\r\n\t\u001b}")).toBe("{\n\t\\u001b}");
  });
});
