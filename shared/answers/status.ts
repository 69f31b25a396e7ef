import type { Header } from "../domain/exchange.ts";
import { oneLine } from "./members.ts";

/** The value of the first header with this name, whatever its capitals. */
export function headerNamed(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** How a body came packed, as `gzip`, in lower case; null where it came as it is. */
export function contentEncodingOf(headers: readonly Header[]): string | null {
  const encoding = headerNamed(headers, "content-encoding")?.trim().toLowerCase() ?? "";
  return encoding === "" || encoding === "identity" ? null : encoding;
}

/** What a status says by itself, as a sentence with a next step; null for 2xx, which says nothing more. */
export function explainStatus(status: number, headers: readonly Header[]): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return explainRedirect(status, headers);
  switch (status) {
    case 400:
      return "The server answered 400 Bad Request without a reason in a documented form. Read its body.";
    case 401:
    case 403:
      return `The server answered ${status}: it does not accept the credential or this machine's address. Check the token and the endpoint.`;
    case 404:
      return "The server answered 404 Not Found: there is nothing at this address. Check the endpoint.";
    case 405:
      return "The server answered 405 Method Not Allowed: this address takes no POST. Check the endpoint.";
    case 407:
      return "The answer 407 is a proxy's: it wants a valid user name and password. Enter them with the proxy in the connection.";
    case 413:
      return "The server answered 413: the body is too large for it.";
    case 415:
      return "The server answered 415: it does not accept the content type.";
    case 429:
      return `The server answered 429 Too Many Requests: it limits the rate. ${explainRetryAfter(headers)}`;
    default:
      return explainStatusClass(status, headers);
  }
}

function explainStatusClass(status: number, headers: readonly Header[]): string {
  if (status >= 400 && status < 500) {
    return `The server answered ${status}: it refuses the request, without a reason in a documented form.`;
  }
  if (status < 500 || status > 599) return `The server answered ${status}, which is no final answer.`;
  const wait = headerNamed(headers, "retry-after") === undefined ? "" : ` ${explainRetryAfter(headers)}`;
  return `The server answered ${status}: it failed or is not available. Whether the event was taken is not known; sending again may duplicate it.${wait}`;
}

function explainRedirect(status: number, headers: readonly Header[]): string {
  const location = headerNamed(headers, "location");
  if (location === undefined) {
    return `The server answered with the redirect ${status} but named no Location. Nothing was followed.`;
  }
  return `The server answered with the redirect ${status} to ${oneLine(location, 500)}, which was not followed. If that is the right address, enter it as the endpoint.`;
}

/**
 * Retry-After is a number of seconds or an HTTP date (RFC 9110 section 10.2.3); the console never retries by itself.
 */
function explainRetryAfter(headers: readonly Header[]): string {
  const value = headerNamed(headers, "retry-after")?.trim();
  if (value === undefined || value === "") {
    return "It does not say for how long. Wait a little before sending again.";
  }
  if (/^\d{1,9}$/.test(value)) {
    return `It asks to wait ${value === "1" ? "1 second" : `${value} seconds`} before sending again.`;
  }
  const date = /^[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(date)) return `It asks to wait until ${new Date(date).toISOString()}.`;
  return `Its Retry-After is "${oneLine(value, 60)}", which is neither seconds nor a date.`;
}
