import type { SendFailure } from "../../../shared/domain/exchange.ts";

type ParsedAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly failure: SendFailure };

/** Refuses, before anything leaves, what is no address of an HTTP server or would carry a password. */
export function parseAddress(text: string): ParsedAddress {
  const url = URL.parse(text);
  if (url === null) return refuse("address.invalid", "The endpoint is not an address.", COMPLETE_ADDRESS);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return refuse(
      "address.unsupported-protocol",
      `The endpoint begins with ${url.protocol}, which the console does not speak.`,
      COMPLETE_ADDRESS,
    );
  }
  if (url.username !== "" || url.password !== "") {
    return refuse(
      "address.has-credentials",
      "The endpoint contains a user name or password, which would end up in the history.",
      "Remove what stands before the @ in the endpoint. Neither API uses a user name.",
    );
  }
  return { ok: true, url };
}

/** The address without a user name or password, for records; text that is no address stays as it is. */
export function withoutCredentials(text: string): string {
  // A name or password ends with an @, and most addresses need not be taken apart to see that there is none.
  if (!text.includes("@") || !URL.canParse(text)) return text;
  const url = new URL(text);
  if (url.username === "" && url.password === "") return text;
  url.username = "";
  url.password = "";
  return url.href;
}

const COMPLETE_ADDRESS = "Enter the whole address, for example https://host.example/path.";

function refuse(code: string, message: string, nextStep: string): ParsedAddress {
  return { ok: false, failure: { code, phase: "prepare", message, nextStep } };
}
