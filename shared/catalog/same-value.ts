import { hasSameDigits } from "./number-texts.ts";
import { WRITTEN } from "./written.ts";

/**
 * Whether two values of JSON are the same, whatever the order of their members. Members that are undefined count as absent.
 * Numbers are the same by their digits: two of twenty digits may be one value to JavaScript, and are two ids.
 */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) return isSameArray(left, right);
  return namesOf(left, right).every((name) => isSameMember(left, right, name));
}

/** Whether two objects have the same in a member, digits of numbers included. */
export function isSameMember(left: object, right: object, name: string): boolean {
  return isSameValue(memberOf(left, name), memberOf(right, name)) && hasSameDigits(left, right, name);
}

function isSameArray(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((item, index) => isSameValue(item, right[index]));
}

/**
 * The names of both, those of the first in their order and then what only the second has.
 */
export function namesOf(left: object, right: object): string[] {
  const names = Object.keys(left);
  const own = new Set(names);
  for (const name of Object.keys(right)) if (!own.has(name)) names.push(name);
  return names.includes(WRITTEN) ? names.filter((name) => name !== WRITTEN) : names;
}

/** An own member; undefined where there is none, also for what every object inherits. */
export function memberOf(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
