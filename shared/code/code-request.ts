import { SECRET_REFERENCE } from "../compose/placeholder-syntax.ts";
import type { Header, RequestRecord } from "../domain/exchange.ts";

/**
 * What a request is written as code from: a composed request or the recorded one of an exchange, with secrets as
 * references. Headers may or may not hold those of the transport.
 */
export type CodeRequest = Readonly<Pick<RequestRecord, "url" | "text">> & {
  readonly headers: readonly Header[];
};

/** A part of a header or body: text, or what is known only when the code runs. */
export type CodePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "token" }
  | { readonly kind: "signature" };

export type CodeHeader = { readonly name: string; readonly value: readonly CodePart[] };

/** A request as the writers of code take it. */
export type PreparedRequest = {
  readonly url: string;
  /** Without those that every client makes itself from the address and the body. */
  readonly headers: readonly CodeHeader[];
  /** Without halves of surrogate pairs, which are sent as U+FFFD. */
  readonly body: readonly CodePart[];
  readonly hasTokenInBody: boolean;
  readonly isSigned: boolean;
};

/** The environment variable that generated code reads the tenant's token from. */
export const TOKEN_VARIABLE = "OPTIEVENT_TOKEN";

const MADE_BY_CLIENT = new Set(["content-length", "connection", "transfer-encoding"]);

/** Reads a request for writing code. A reference to a secret that no request can have is text like any other. */
export function prepareRequest({ url, headers, text }: CodeRequest): PreparedRequest {
  const address = URL.canParse(url) ? new URL(url) : null;
  const own = headers.filter(([name, value]) => {
    const lower = name.toLowerCase();
    return lower === "host" ? value !== address?.host : !MADE_BY_CLIENT.has(lower);
  });
  const written = own.map(([name, value]) => ({ name, value: splitParts(value, true) }));
  const body = splitParts(text.toWellFormed(), false);
  return {
    url: address?.href ?? url,
    headers: written,
    body,
    hasTokenInBody: body.some(({ kind }) => kind === "token"),
    isSigned: written.some(({ value }) => value.some(({ kind }) => kind === "signature")),
  };
}

/** Whether the code needs the tenant's token when it runs. */
export function needsToken({ headers, hasTokenInBody }: PreparedRequest): boolean {
  return hasTokenInBody || headers.some(({ value }) => value.some(({ kind }) => kind !== "text"));
}

/** The header as one line, `Name: value`, whose name is part of its first text. */
export function headerLine({ name, value }: CodeHeader): CodeHeader {
  const [first, ...rest] = value;
  const start = first?.kind === "text" ? first.text : "";
  const tail = first === undefined || first.kind === "text" ? rest : value;
  return { name, value: [{ kind: "text", text: `${name}: ${start}` }, ...tail] };
}

function splitParts(text: string, isHeader: boolean): CodePart[] {
  const parts: CodePart[] = [];
  let copiedTo = 0;
  for (const { 0: whole, 1: name, index } of text.matchAll(SECRET_REFERENCE)) {
    const kind = name === "token" ? "token" : isHeader && name === "signature" ? "signature" : null;
    if (kind === null) continue;
    if (index > copiedTo) parts.push({ kind: "text", text: text.slice(copiedTo, index) });
    parts.push({ kind });
    copiedTo = index + whole.length;
  }
  if (copiedTo < text.length) parts.push({ kind: "text", text: text.slice(copiedTo) });
  return parts;
}
