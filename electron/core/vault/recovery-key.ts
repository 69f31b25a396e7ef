import { createHash, randomBytes } from "node:crypto";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { fromBase32, toBase32 } from "./base32.ts";

/** 160 bits: beyond guessing, and 32 characters to write down. */
const KEY_BYTES = 20;
const KEY_CHARACTERS = 32;
/** 20 bits, so that one slip in a million passes. */
const CHECK_CHARACTERS = 4;
const GROUP = 4;

export function makeRecoveryKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** As people write it down: nine groups of four, the last one a checksum. */
export function writeRecoveryKey(key: Uint8Array): string {
  const text = `${toBase32(key)}${checkOf(key)}`;
  return (text.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

/**
 * Reads it as people type it: in letters of either case, with or without hyphens and spaces.
 * Code: `vault.recovery-key-mistyped`, which says nothing about whether it would have opened anything.
 */
export function readRecoveryKey(written: string): Result<Buffer> {
  const text = written.replaceAll(/[\s-]/g, "");
  const expected = KEY_CHARACTERS + CHECK_CHARACTERS;
  if (text.length !== expected) {
    return mistyped(`It has ${text.length} letters and digits; a recovery key has ${expected}.`);
  }
  const key = fromBase32(text.slice(0, KEY_CHARACTERS));
  const check = fromBase32(text.slice(KEY_CHARACTERS));
  if (key === null || check === null) return mistyped("It holds a character that no recovery key has.");
  const isRight = normalised(text.slice(KEY_CHARACTERS)) === checkOf(key);
  return isRight ? success(key) : mistyped("Its checksum does not fit, so at least one character is wrong.");
}

function checkOf(key: Uint8Array): string {
  const hash = createHash("sha256").update("optievent-recovery/1").update(key).digest();
  return toBase32(hash.subarray(0, 5)).slice(0, CHECK_CHARACTERS);
}

function normalised(text: string): string {
  return text.toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

function mistyped(reason: string): Result<never> {
  return failure("vault.recovery-key-mistyped", `This is not a recovery key. ${reason}`);
}
