import * as sample from "./sample-words.ts";

/** Numbers from 0 to below 1, as Math.random gives them. */
export type Random = () => number;

const ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyz";
const HEXADECIMAL = "0123456789abcdef";

/** A whole number from `lowest` to `highest`, both included. */
export function integer(random: Random, lowest: number, highest: number): number {
  return Math.min(highest, lowest + Math.floor(random() * (highest - lowest + 1)));
}

export function pick(random: Random, values: readonly string[]): string {
  return values[integer(random, 0, values.length - 1)] ?? "";
}

function characters(random: Random, alphabet: string, count: number): string {
  return Array.from({ length: count }, () => alphabet.charAt(integer(random, 0, alphabet.length - 1))).join(
    "",
  );
}

/** A UUID of version 4 (RFC 9562). */
export function uuid(random: Random): string {
  const hex = (count: number) => characters(random, HEXADECIMAL, count);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${characters(random, "89ab", 1)}${hex(3)}-${hex(12)}`;
}

export function alphanumeric(random: Random): string {
  return characters(random, ALPHANUMERIC, 1);
}

export function hexColor(random: Random): string {
  return `#${characters(random, HEXADECIMAL, 6)}`;
}

export function fullName(random: Random): string {
  return `${pick(random, sample.firstNames)} ${pick(random, sample.lastNames)}`;
}

export function userName(random: Random): string {
  return `${fullName(random).replace(" ", ".")}${integer(random, 1, 999)}`.toLowerCase();
}

export function email(random: Random): string {
  return `${userName(random)}@${pick(random, sample.exampleDomains)}`;
}

/** 555-0100 to 555-0199 are set aside for examples. */
export function phoneNumber(random: Random): string {
  return `${integer(random, 201, 989)}-555-01${integer(random, 0, 99).toString().padStart(2, "0")}`;
}

/** An address of TEST-NET-1, TEST-NET-2 or TEST-NET-3. */
export function ipAddress(random: Random): string {
  return `${pick(random, ["192.0.2", "198.51.100", "203.0.113"])}.${integer(random, 1, 254)}`;
}

/** 0.00 to 1000.00, with both decimals even where they are zeros. */
export function price(random: Random): string {
  return (integer(random, 0, 100_000) / 100).toFixed(2);
}

export function productName(random: Random): string {
  return [sample.adjectives, sample.materials, sample.products].map((words) => pick(random, words)).join(" ");
}

export function severalWords(random: Random): string {
  return Array.from({ length: integer(random, 2, 5) }, () => pick(random, sample.words)).join(" ");
}

export function companyName(random: Random): string {
  return `${pick(random, sample.lastNames)} ${pick(random, sample.companyEndings)}`;
}

export function webAddress(random: Random): string {
  return `https://${pick(random, sample.exampleDomains)}/${pick(random, sample.words)}`;
}
