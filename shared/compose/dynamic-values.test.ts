import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dynamicNames, evaluateDynamicName } from "./dynamic-values.ts";

const now = new Date("2020-04-12T17:32:06.094Z");

function valueOf(expression: string, random: () => number = () => 0.5): string {
  const result = evaluateDynamicName(expression, { now, random });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function errorOf(expression: string): string {
  const result = evaluateDynamicName(expression, { now, random: () => 0.5 });
  return result.ok ? "" : result.error.message;
}

describe("now", () => {
  it.each([
    ["$now", "2020-04-12 17:32:06.094 UTC"],
    ["$now:seed", "2020-04-12 17:32:06.094 UTC"],
    ["$now:micro", "2020-04-12 17:32:06.094000 UTC"],
    ["$now:iso", "2020-04-12T17:32:06.094Z"],
    ["$now:-2h", "2020-04-12 15:32:06.094 UTC"],
    ["$now:+1d:iso", "2020-04-13T17:32:06.094Z"],
    ["$now:iso:+1d", "2020-04-13T17:32:06.094Z"],
    ["$now: -2h : iso", "2020-04-12T15:32:06.094Z"],
    ["$now:-1d12h", "2020-04-11 05:32:06.094 UTC"],
    ["$now:+90m", "2020-04-12 19:02:06.094 UTC"],
    ["$now:-6s94ms", "2020-04-12 17:32:00.000 UTC"],
    ["$now:-1w", "2020-04-05 17:32:06.094 UTC"],
  ])("%s is %s", (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });

  it.each([
    "$now:",
    "$now:2h",
    "$now:-2",
    "$now:-2x",
    "$now:ISO",
    "$now:iso:seed",
    "$now:-1h:-2h",
    "$now:-h",
  ])("%s is refused, with what would be right", (expression) => {
    expect(errorOf(expression)).toContain("units ms, s, m, h, d, w");
  });

  it("does not leave the years that can be written", () => {
    expect(errorOf("$now:+9999999d")).toContain("0000 to 9999");
    expect(errorOf(`$now:-${"9".repeat(400)}w`)).toContain("0000 to 9999");
  });
});

describe("dynamic names", () => {
  const shapes: Readonly<Record<string, RegExp>> = {
    $now: /^2020-04-12 17:32:06\.094 UTC$/,
    $guid: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    $randomUUID: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    $timestamp: /^1586712726$/,
    $isoTimestamp: /^2020-04-12T17:32:06\.094Z$/,
    $randomAlphaNumeric: /^[0-9a-z]$/,
    $randomBoolean: /^(?:true|false)$/,
    $randomInt: /^(?:[0-9]{1,3}|1000)$/,
    $randomPrice: /^(?:[0-9]{1,3}\.[0-9]{2}|1000\.00)$/,
    $randomHexColor: /^#[0-9a-f]{6}$/,
    $randomFullName: /^[A-Z][a-z]+ [A-Z][a-z]+$/,
    $randomUserName: /^[a-z]+\.[a-z]+[0-9]{1,3}$/,
    $randomEmail: /^[a-z]+\.[a-z]+[0-9]{1,3}@example\.(?:com|net|org)$/,
    $randomExampleEmail: /^[a-z]+\.[a-z]+[0-9]{1,3}@example\.(?:com|net|org)$/,
    $randomPhoneNumber: /^[0-9]{3}-555-01[0-9]{2}$/,
    $randomCountryCode: /^[A-Z]{2}$/,
    $randomCurrencyCode: /^[A-Z]{3}$/,
    $randomLocale: /^[a-z]{2}$/,
    $randomUrl: /^https:\/\/example\.(?:com|net|org)\/[a-z]+$/,
    $randomIP: /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.[0-9]{1,3}$/,
    $randomWords: /^[a-z]+(?: [a-z]+){1,4}$/,
  };

  it("give a value of their shape, whatever the random numbers are", () => {
    const numbers = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...dynamicNames), numbers, ({ name }, sequence) => {
        let next = 0;
        const random = (): number => sequence[next++ % sequence.length] ?? 0;
        expect(valueOf(name, random)).toMatch(shapes[name] ?? /^[A-Za-z][A-Za-z .]+$/);
      }),
      { numRuns: 1000 },
    );
  });

  it("are all described, and each shape tested belongs to one", () => {
    expect(dynamicNames.every(({ description }) => description.length > 0)).toBe(true);
    expect(Object.keys(shapes).filter((name) => !dynamicNames.some((known) => known.name === name))).toEqual(
      [],
    );
  });

  it("say what is wrong with one that is unknown", () => {
    expect(errorOf("$randomint")).toBe("There is no dynamic name $randomint. Did you mean $randomInt?");
    expect(errorOf("$constructor")).toBe("There is no dynamic name $constructor.");
    expect(errorOf("$guid:4")).toBe("$guid takes no options.");
  });
});
