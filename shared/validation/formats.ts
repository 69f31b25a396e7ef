import { parseTimestamp } from "../compose/timestamp.ts";

/** The longest address that mail servers take (RFC 5321). */
const MAXIMUM_EMAIL_LENGTH = 254;

/** Whether a text is an email address as people and shops write it: no comments, no quoted names, a dotted domain. */
export function isEmail(text: string): boolean {
  if (text.length > MAXIMUM_EMAIL_LENGTH || /[\s\p{Cc}<>()[\]\\,;:"]/u.test(text)) return false;
  const [local = "", domain = "", ...more] = text.split("@");
  if (more.length > 0 || !isDotted(local) || !isDotted(domain)) return false;
  const labels = domain.split(".");
  return labels.length > 1 && labels.every((label) => !label.startsWith("-") && !label.endsWith("-"));
}

/** Parts between dots are not empty. */
function isDotted(text: string): boolean {
  return text.split(".").every((part) => part !== "");
}

/** Whether a text is a whole http or https address, with nothing that a reader would have to correct first. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/?#]/i.test(text) || /[\s\p{Cc}<>"]/u.test(text)) return false;
  return URL.canParse(text);
}

/** Whether a text is a time that exists, to the second and with its distance from UTC. */
export function isDateTime(text: string): boolean {
  const reading = parseTimestamp(text);
  return reading.kind === "moment" && reading.hasZone && /:\d\d:\d\d/.test(text);
}
