import type { Header } from "../../domain/exchange.ts";
import { parseJson } from "../../json/parse.ts";
import { withoutCredentials } from "../../paste/credentials.ts";
import { createRedactor, type KnownSecret } from "../../redaction/redact.ts";
import type { ExportItem } from "../types.ts";
import { mapItemTexts } from "./map-texts.ts";

/** What takes the place of a credential that this console has no name for. */
export const REMOVED = "(removed)";

const SECRET_HEADER =
  /^(?:(?:proxy-)?authorization|cookie|set-cookie|x-optimove-signature-content)$|token|secret|password|api[-_]?key/i;
const SECRET_PARAMETER = /token|secret|password|signature|api[-_]?key|^(?:tid|key|sig|auth)$/i;
/** A quick look; names can be written with escapes. */
const HAS_CREDENTIAL_MEMBER =
  /"(?:tid|token|authorization|signature|x-optimove-signature-content|[^"]*\\u[^"]*)"\s*:/i;
const PLACEHOLDERS_ONLY = /^(?:\{\{[^{}]+\}\}|\s|Bearer\b|Basic\b)*$/i;

/** The least that a value must have to be looked for in the rest of the exchange. */
const SHORTEST_SOUGHT = 8;

/**
 * Takes credentials out of where credentials stand, whether or not they are known here: headers, the address, members such as
 * `tid`. What was there is then taken out of the rest of the exchange as well, in every encoding.
 */
export function withoutCredentialPlaces(item: ExportItem, heard: () => void): ExportItem {
  const found: KnownSecret[] = [];
  const { request, response } = item.exchange;
  const exchange: ExportItem["exchange"] = {
    ...item.exchange,
    request: {
      ...request,
      url: cleanAddress(request.url, found),
      headers: request.headers.map((header) => cleanHeader(header, found)),
      text: cleanBody(request.text, found),
    },
    response: response && {
      ...response,
      headers: response.headers.map((header) => cleanHeader(header, found)),
      body: response.bodyEncoding === "utf8" ? cleanBody(response.body, found) : response.body,
    },
  };
  if (found.length === 0) return item;
  heard();
  const cleaned = { ...item, exchange };
  const sought = found.filter(({ value }) => value.length >= SHORTEST_SOUGHT);
  return sought.length === 0 ? cleaned : mapItemTexts(cleaned, createRedactor(sought));
}

function cleanHeader([name, value]: Header, found: KnownSecret[]): Header {
  if (!SECRET_HEADER.test(name) || PLACEHOLDERS_ONLY.test(value)) return [name, value];
  const isSignature = /signature/i.test(name);
  const [scheme = "", ...rest] = value.split(" ");
  const credential = rest.length > 0 && /authorization/i.test(name) ? rest.join(" ") : value;
  found.push({ name: isSignature ? "signature" : "token", value: credential });
  if (isSignature) return [name, "{{secret:signature}}"];
  return [name, credential === value ? REMOVED : `${scheme} ${REMOVED}`];
}

/** User name and password, and parameters that are named like credentials. */
function cleanAddress(url: string, found: KnownSecret[]): string {
  const remember = (written: string) => found.push({ name: "token", value: decoded(written) });
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/?#@]*)@/i, (_, scheme: string, user: string) => {
      remember(user.slice(user.indexOf(":") + 1));
      return scheme;
    })
    .replaceAll(/([?&;#])([^=&;#]*)=([^&;#]*)/g, (whole, separator: string, name: string, value: string) => {
      if (!SECRET_PARAMETER.test(decoded(name)) || value === "" || PLACEHOLDERS_ONLY.test(value))
        return whole;
      remember(value);
      return `${separator}${name}=${REMOVED}`;
    });
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written.replaceAll("+", " "));
  } catch {
    return written;
  }
}

function cleanBody(text: string, found: KnownSecret[]): string {
  if (!HAS_CREDENTIAL_MEMBER.test(text)) return text;
  const parsed = parseJson(text);
  if (!parsed.ok) return cleanBrokenBody(text, found);
  if (parsed.root.kind !== "object") return text;
  const cleaned = withoutCredentials(text, parsed.root, 0);
  for (const name of cleaned.replaced) {
    const member = parsed.root.members.findLast(({ key }) => key.value === name)?.value;
    found.push({ name: "token", value: member?.kind === "string" ? member.value : "" });
  }
  return cleaned.text;
}

/** A body that is no JSON is written wrong on purpose; its members can still be seen. */
function cleanBrokenBody(text: string, found: KnownSecret[]): string {
  return text.replaceAll(
    /("(?:tid|token)"\s*:\s*")((?:[^"\\]|\\.)*)(")/gi,
    (whole, before: string, value: string, after: string) => {
      if (value === "" || PLACEHOLDERS_ONLY.test(value)) return whole;
      found.push({ name: "token", value });
      return `${before}{{secret:token}}${after}`;
    },
  );
}
