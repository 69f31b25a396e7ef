import type { RedactionProfile } from "../../domain/history-export.ts";
import { assertNever } from "../../result/result.ts";

const SECRETS = "Secrets are not in this file: references such as {{secret:token}} stand in their place.";

/** What the redaction takes out, for the readers of an export. */
export function redactionSentences(profile: RedactionProfile): readonly string[] {
  switch (profile) {
    case "none":
      return [SECRETS, "Personal data is as it was sent and answered."];
    case "pseudonymised":
      return [
        SECRETS,
        "Customer and visitor ids and email addresses are pseudonyms: the same one stands for the same person throughout this file, and for nobody in another.",
      ];
    case "masked":
      return [
        SECRETS,
        "Customer and visitor ids and email addresses are pseudonyms: the same one stands for the same person throughout this file, and for nobody in another.",
        "The values of all parameters are masked: asterisks for characters, nines for digits, false for booleans.",
      ];
    default:
      return assertNever(profile);
  }
}
