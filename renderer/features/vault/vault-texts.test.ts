import { describe, expect, it } from "vitest";
import { foundTokenText } from "./vault-texts.ts";

describe("where a token that was found goes", () => {
  it("is said as it is: into the vault only where there is one that is open", () => {
    const ways = { passphrase: true, keychain: null, recoveryKey: false };
    expect(foundTokenText({ kind: "open", ways, secretCount: 1, unreadable: [] })).toContain(
      "goes to the vault",
    );
    expect(foundTokenText({ kind: "none" })).toContain("in memory until the console ends");
    expect(foundTokenText({ kind: "none" })).not.toContain("goes to the vault");
    expect(foundTokenText({ kind: "locked", ways, isDamaged: false, hasPrevious: false })).toContain(
      "unlock the vault first",
    );
    expect(foundTokenText({ kind: "damaged", reason: "x", hasPrevious: false })).toContain("cannot be kept");
  });
});
