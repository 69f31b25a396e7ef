import { expect, it } from "vitest";
import { newExchangeId } from "./exchange-id.ts";

const at = (text: string) => newExchangeId(new Date(text));

it("the id of an exchange is a UUID of version 7, each another one, in the order of time", () => {
  const ids = ["2026-11-30T09:15:00.000Z", "2026-11-30T09:15:00.001Z", "2027-01-01T00:00:00.000Z"].map(at);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(at("2026-11-30T09:15:00.000Z")).not.toBe(ids[0]);
  expect(at("1969-07-20T20:17:00.000Z")).toMatch(/^00000000-0000-7/);
});
