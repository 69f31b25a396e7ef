const LOCAL = /[\p{L}\p{N}._+'-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;

/**
 * The email addresses in a text, also those without a dot in their domain, which are typed wrong on purpose. It goes from each @
 * outwards, so that its time is proportional to the text, whatever is in it.
 */
export function findEmails(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const local = localPart(text, at);
    const domain = domainPart(text, at);
    if (local !== "" && domain.length >= 2) found.push(`${local}@${domain}`);
  }
  return found;
}

function localPart(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, at).replace(/^[.'+-]+/, "");
}

function domainPart(text: string, at: number): string {
  let end = at + 1;
  while (end < text.length && end - at <= LONGEST_DOMAIN && DOMAIN.test(text.charAt(end))) end += 1;
  return text.slice(at + 1, end).replace(/[.-]+$/, "");
}
