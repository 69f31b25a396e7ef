import { describe, expect, it } from "vitest";
import { importCatalog } from "./import-catalog.ts";
import { outline, read } from "./test-support/outline.ts";
import { VENDOR_FORM } from "./test-support/vendor-form.ts";

/** The vendor's page with its form filled in. */
const FILLED = VENDOR_FORM.replace("Event Name:", "Event Name: newsletter_signup")
  .replace("Parameter Name:", "Parameter Name: email")
  .replace("Parameter Type:", "Parameter Type: String");

describe("the vendor's page with the form", () => {
  it("gives the form, and nothing of the samples below it", () => {
    const result = read(FILLED);
    expect(result.format).toBe("request-form");
    expect(outline(result.catalog.events)).toEqual(["newsletter_signup: email string"]);
    expect(result.problems).toEqual([]);
  });

  it("does so where the fences of the samples are lost or stand as tildes", () => {
    for (const fence of ["", "~~~"]) {
      const text = FILLED.replaceAll(/```(?:json)?/g, fence);
      expect(outline(read(text).catalog.events)).toEqual(["newsletter_signup: email string"]);
    }
  });

  it("names no event where the form is empty", () => {
    expect(importCatalog(VENDOR_FORM, { format: "request-form" })).toMatchObject({ ok: false });
  });
});

describe("fences in a request form", () => {
  const login = "Event Name: login\n-- Parameter Name: way\n-- Parameter Type: String\n";

  it("hide what stands between them, whatever it looks like", () => {
    const text = `${login}\`\`\`yaml\nevent: sample\ntype: Number\n\`\`\`\nEvent Name: logout\n`;
    expect(outline(read(text).catalog.events)).toEqual(["login: way string", "logout: "]);
  });

  it("may stand around the form itself, and hide nothing where they never end", () => {
    for (const text of [`Our events:\n\`\`\`\n${login}\`\`\`\n`, `\`\`\`\n${login}`]) {
      expect(outline(read(text).catalog.events)).toEqual(["login: way string"]);
    }
  });
});
