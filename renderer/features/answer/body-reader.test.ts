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
