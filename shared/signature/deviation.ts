/**
 * One thing in which a signature differs from what the vendor documents (OPTIMOVE-API.md section 1). `phrase` completes
 * "The signature was made ..." after its part of the sentence.
 */
export type Deviation = {
  /** Stable name, such as `slashes.escaped`. */
  readonly id: string;
  readonly about: "subject" | "message" | "key" | "digest" | "writing";
  readonly phrase: string;
};

/** `The signature was made over this body with every slash written as \/, with the token read as ...` */
export function describeDeviations(deviations: readonly Deviation[]): string {
  const phrasesOf = (about: Deviation["about"]): string[] =>
    deviations.filter((deviation) => deviation.about === about).map(({ phrase }) => phrase);
  const subject = phrasesOf("subject")[0] ?? "this body";
  const message = listed(phrasesOf("message"));
  const rest = [...phrasesOf("digest"), ...phrasesOf("key"), ...phrasesOf("writing")];
  return `The signature was made over ${[subject, message].filter(Boolean).join(" ")}${rest.map((phrase) => `, ${phrase}`).join("")}.`;
}

function listed(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? "";
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(", ")} and ${last}`;
}
