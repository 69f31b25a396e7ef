import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { hiddenReadings } from "./hidden-readings.ts";

const WORDS = "what the server answered, and a bit more of it";
const text = Buffer.from(WORDS);
const read = async (bytes: Uint8Array, ...codings: string[]) => {
  const { texts, isIncomplete } = await hiddenReadings(bytes, codings);
  return { found: texts.some((one) => one.includes(WORDS)), isIncomplete };
};

describe("what can be read out of bytes", () => {
  it("is what is compressed, as it is said to be, or though it is not said", async () => {
    const whole = { found: true, isIncomplete: false };
    expect(await read(gzipSync(text), "gzip")).toEqual(whole);
    expect(await read(gzipSync(text))).toEqual(whole);
    expect(await read(deflateSync(text), "deflate")).toEqual(whole);
    expect(await read(deflateSync(text, { level: 3 }), "deflate")).toEqual(whole);
    expect(await read(deflateSync(text))).toEqual(whole);
    expect(await read(deflateRawSync(text), "deflate")).toEqual(whole);
    expect(await read(brotliCompressSync(text), "br")).toEqual(whole);
    expect(await read(zstdCompressSync(text), "zstd")).toEqual(whole);
    expect(await read(brotliCompressSync(gzipSync(text)), "gzip", "br")).toEqual(whole);
    expect(await read(gzipSync(gzipSync(text)), "gzip")).toEqual(whole);
  });

  it("is what of it arrived before the connection ended", async () => {
    const longer = Buffer.from(`${WORDS}, of which the end is missing`);
    expect(await read(gzipSync(longer).subarray(0, -16), "gzip")).toMatchObject({ found: true });
    expect(await read(deflateSync(longer).subarray(0, -12), "deflate")).toMatchObject({ found: true });
  });

  it("is UTF-16, whichever byte is first and wherever it begins", async () => {
    const units = Buffer.from(WORDS, "utf16le");
    expect(await read(units)).toEqual({ found: true, isIncomplete: false });
    expect(await read(Buffer.concat([Buffer.from("x"), units]))).toMatchObject({ found: true });
    expect(await read(Buffer.from(units).swap16())).toMatchObject({ found: true });
    expect(await read(gzipSync(units))).toMatchObject({ found: true });
  });

  it("is not known of what is damaged, or larger than anybody looks into", async () => {
    const damaged = gzipSync(text);
    damaged.fill(0xff, 20, 24);
    expect(await read(damaged)).toMatchObject({ isIncomplete: true });
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
    expect(await read(bomb, "gzip")).toEqual({ found: false, isIncomplete: true });
  });

  it("is nothing of a text, also of one that is said to be compressed and is not", async () => {
    const nothing = { texts: [], isIncomplete: false };
    expect(await hiddenReadings(text, [])).toEqual(nothing);
    expect(await hiddenReadings(text, ["gzip"])).toEqual(nothing);
    expect(await hiddenReadings(text, ["br"])).toEqual(nothing);
    expect(await hiddenReadings(Buffer.from("x^2 is a square"), [])).toEqual(nothing);
    expect(await hiddenReadings(new Uint8Array(), ["gzip"])).toEqual(nothing);
  });
});
