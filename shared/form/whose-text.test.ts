import { describe, expect, it } from "vitest";
import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import { whoseText } from "./whose-text.ts";

const signup: CatalogEvent = { key: "newsletter_signup", id: 1101, parameters: [] };
const login: CatalogEvent = { key: "login", id: 1102, parameters: [] };
const catalog: Catalog = { format: "optievent-catalog/1", name: "Demo", events: [signup, login] };
const draft = (api: "optievent" | "realtime") => ({ api, event: signup, catalog });

describe("whose text a draft has", () => {
  it.each([
    ["optievent", "newsletter_signup", "own"],
    ["optievent", "Newsletter_Signup", "own"],
    ["optievent", "login", "other"],
    ["optievent", "LOGIN", "other"],
    ["optievent", "logi", "unknown"],
    ["optievent", "{{event}}", "unknown"],
    ["realtime", "1101", "own"],
    ["realtime", "1102", "other"],
    ["realtime", "110", "unknown"],
    ["realtime", "login", "unknown"],
    ["realtime", "", "unknown"],
  ] as const)("%s, %o: %s", (api, name, kind) => {
    expect(whoseText(name, draft(api)).kind).toBe(kind);
  });

  it("names the other event", () => {
    expect(whoseText("1102", draft("realtime"))).toEqual({ kind: "other", event: login });
    expect(whoseText(null, draft("optievent"))).toEqual({ kind: "unknown" });
  });
});
