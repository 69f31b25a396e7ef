import { expect, test } from "vitest";
import { isDateTime, isEmail, isWebAddress } from "./formats.ts";
import { survivesDouble, wholeNumber } from "./numbers.ts";

test.each([
  ["johndoe@domain.com", true],
  ["john.doe+news@sub.domain.co.uk", true],
  ["jöhn@exämple.de", true],
  ["johndoe@domain", false],
  ["johndoe", false],
  ["@domain.com", false],
  ["john@@domain.com", false],
  ["john doe@domain.com", false],
  ["john..doe@domain.com", false],
  ["john@domain..com", false],
  ["john@-domain.com", false],
  ["john@domain.com.", false],
  ["a@b.c, d@e.f", false],
  [`${"a".repeat(250)}@b.com`, false],
  ["", false],
])("email %s: %s", (text, isRight) => {
  expect(isEmail(text)).toBe(isRight);
});

test.each([
  ["https://example.com", true],
  ["http://example.com:8080/a?b=c#d", true],
  ["HTTPS://EXAMPLE.COM/", true],
  ["https://exämple.de/ü", true],
  ["www.example.com", false],
  ["ftp://example.com", false],
  ["https:/example.com", false],
  ["https://", false],
  ["https:///path", false],
  ["https://example.com/a b", false],
  ["javascript:alert(1)", false],
  ["", false],
])("web address %s: %s", (text, isRight) => {
  expect(isWebAddress(text)).toBe(isRight);
});

test.each([
  ["2020-04-12 17:32:06.094 UTC", true],
  ["2020-04-12T17:32:06Z", true],
  ["2020-04-12T17:32:06+02:00", true],
  ["2020-04-12T17:32:06", false],
  ["2020-04-12", false],
  ["2020-02-30T17:32:06Z", false],
  ["", false],
])("date-time %s: %s", (text, isRight) => {
  expect(isDateTime(text)).toBe(isRight);
});

test.each([
  ["100.00", true],
  ["0.1", true],
  ["-0", true],
  ["1e3", true],
  ["1E+3", true],
  ["0.000", true],
  ["9007199254740991", true],
  ["1147206418897270", true],
  ["9007199254740993", false],
  ["12345678901234567890", false],
  ["0.1000000000000000055", false],
  ["1e400", false],
  ["1e-400", false],
])("%s survives a double: %s", (text, survives) => {
  expect(survivesDouble(text)).toBe(survives);
});

test.each([
  ["999", 999],
  ["999.0", 999],
  ["9.99e2", 999],
  ["-1", -1],
  ["9.5", null],
  ["9007199254740993", null],
])("%s as a whole number: %s", (text, number) => {
  expect(wholeNumber(text)).toBe(number);
});
