import { gzipSync, brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { buffer } from "node:stream/consumers";
import { findSecrets, writtenForms } from "./find-secrets.ts";
import { unpacked } from "./unpacked.ts";

const SECRETS = {
  hostile: `Zq7first01 "quote" \\back /slash +plus%&=<ä😀>'s Zq7second02`,
  plain: "0123456789-abcdef",
};

const between = (written: Buffer) => Buffer.concat([Buffer.from("before "), written, Buffer.from(" after")]);

describe("the search for leaked secrets", () => {
  it("finds each in each encoding, also quoted once more, and a part of it alone", () => {
    for (const [name, secret] of Object.entries(SECRETS)) {
      for (const [how, written] of writtenForms(secret)) {
        expect(findSecrets(SECRETS, between(written)).join(), how).toContain(name);
      }
    }
    for (const [how, written] of writtenForms(SECRETS.hostile)) {
      if (how.startsWith("utf-16")) continue;
      const text = written.toString("utf8");
      const json = JSON.stringify(JSON.stringify(text)).replaceAll("'", "'\\''");
      const address = encodeURIComponent(text).replaceAll("&", "&amp;");
      for (const quoted of [json, address])
        expect(findSecrets(SECRETS, Buffer.from(quoted)).join(), how).toContain("hostile");
    }
    expect(findSecrets(SECRETS, Buffer.from("… {{secret:token}}zq7SECOND02"))).toContain("hostile raw");
  });

  it("finds none where there is none", () => {
    expect(findSecrets(SECRETS, Buffer.from("Zq7 first 01 0123456789 {{secret:token}}"))).toEqual([]);
  });

  it("finds what is compressed, in archives, and in base64 within a text", async () => {
    const secret = between(Buffer.from(SECRETS.hostile));
    const zip = new ZipFile();
    zip.addBuffer(gzipSync(secret), "inner.gz");
    zip.end();
    const archive = await buffer(zip.outputStream);
    for (const packed of [gzipSync(secret), brotliCompressSync(secret)]) {
      const text = Buffer.from(JSON.stringify({ body: packed.toString("base64") }));
      expect(findSecrets(SECRETS, Buffer.concat(await unpacked(text)))).toContain("hostile raw");
    }
    expect(findSecrets(SECRETS, archive)).toEqual([]);
    expect(findSecrets(SECRETS, Buffer.concat(await unpacked(archive)))).toContain("hostile raw");
  });
});
