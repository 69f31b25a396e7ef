import { describe, expect, it } from "vitest";
import { createBodyReader, type BodyMode, type BodyReader } from "./body-reader.ts";

function whole(read: BodyReader, mode: BodyMode): string[] {
  const { parts } = read(mode, 0);
  return Array.from({ length: parts }, (_, part) => read(mode, part).text);
}

describe("a body in parts", () => {
  it("is the whole body, and divides no character", () => {
    const body = `x${"\u{1f600}".repeat(300_000)}`;
    const parts = whole(createBodyReader({ body, bodyEncoding: "utf8" }), "raw");
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join("") === body).toBe(true);
    expect(parts.every((part) => part.isWellFormed())).toBe(true);
  });

  it("shows every byte, of text and of what is none", () => {
    const text = createBodyReader({ body: "é\n", bodyEncoding: "utf8" })("bytes", 0).text;
    expect(text).toBe(`00000000  c3 a9 0a${" ".repeat(41)}...`);
    const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, index) => index % 256));
    const read = createBodyReader({ body: bytes.toString("base64"), bodyEncoding: "base64" });
    const lines = whole(read, "bytes").join("\n").split("\n");
    const hex = lines.map((line) => line.slice(10, 57).replaceAll(" ", "")).join("");
    expect(Buffer.from(hex, "hex").equals(bytes)).toBe(true);
    expect(lines[1]?.startsWith("00000010  10 11")).toBe(true);
  });

  it("lays JSON out and keeps its numbers", () => {
    const read = createBodyReader({ body: '{"id":12345678901234567890,"a":1.0}', bodyEncoding: "utf8" });
    expect(read("pretty", 0).text).toBe('{\n  "id": 12345678901234567890,\n  "a": 1.0\n}');
  });
});

describe("finding in a body", () => {
  it("finds every place of the whole body, and says in which part it is and where", () => {
    const body = `${"x".repeat(32_766)}NEEDLE${"\u{1f600}".repeat(40_000)} needle`;
    const read = createBodyReader({ body, bodyEncoding: "utf8" });
    const seen = [0, 1].map((index) => {
      const { count, place } = read.find({ mode: "raw", query: "Needle", index });
      return { count, at: place === null ? null : read("raw", place.part).text.slice(place.from, place.to) };
    });
    // The first one goes on in the next part.
    expect(seen).toEqual([
      { count: 2, at: "NE" },
      { count: 2, at: "needle" },
    ]);
  });

  it("counts around at both ends, and takes characters as they are", () => {
    const read = createBodyReader({ body: "a.b a.b axb", bodyEncoding: "utf8" });
    const indexOf = (index: number) => read.find({ mode: "raw", query: "A.B", index }).place?.index;
    expect([-1, 0, 1, 2].map(indexOf)).toEqual([1, 0, 1, 0]);
    expect(read.find({ mode: "raw", query: "c", index: 0 })).toEqual({
      count: 0,
      isCapped: false,
      place: null,
    });
  });

  it("finds places as the body is laid out", () => {
    const read = createBodyReader({ body: '{"a":[1,2]}', bodyEncoding: "utf8" });
    expect(read.find({ mode: "pretty", query: '"a": [', index: 0 }).count).toBe(1);
    expect(read.find({ mode: "raw", query: '"a": [', index: 0 }).count).toBe(0);
  });

  it("finds bytes by their numbers and by their text, in the line where they begin", () => {
    const body = Buffer.from([...Buffer.alloc(9_000), 0xff, 0x00, 0x61, 0x62]).toString("base64");
    const read = createBodyReader({ body, bodyEncoding: "base64" });
    for (const [query, seen] of [
      ["FF 00 61", "ff 00 61"],
      ["b", "62"],
    ] as const) {
      const { place, count } = read.find({ mode: "bytes", query, index: 0 });
      expect(count).toBe(1);
      expect(read("bytes", place?.part ?? 0).text.slice(place?.from, place?.to)).toBe(seen);
    }
  });
});
