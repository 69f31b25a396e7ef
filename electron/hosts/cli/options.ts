import { z } from "zod";
import { failure, success, type Result } from "../../../shared/result/result.ts";

/** Options that every command takes. */
export const commonOptions = {
  workspace: z.string().optional(),
  json: z.boolean().optional(),
  /** Where the passphrase of the workspace's vault is: a file, or an environment variable's name. */
  passphraseFile: z.string().optional(),
  passphraseEnv: z.string().optional(),
};

/** Reads what the command line parser collected. Code: `usage.invalid-option`. */
export function parseOptions<Options>(schema: z.ZodType<Options>, given: unknown): Result<Options> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return success(parsed.data);
  return failure("usage.invalid-option", parsed.error.issues[0]?.message ?? "An option is invalid.");
}

/** An option that is a whole number within bounds. */
export function wholeNumber(flag: string, minimum: number, maximum: number) {
  const message = `${flag} must be a whole number from ${minimum} to ${maximum}.`;
  return z
    .string()
    .regex(/^-?\d{1,16}$/, message)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, message);
}
