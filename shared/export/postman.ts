import type { Exchange, Header } from "../domain/exchange.ts";
import { indentedJson } from "./export-json.ts";
import type { ExportContext, ExportItem } from "./types.ts";
import { OUTCOME_WORDS } from "./words.ts";

const SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/**
 * A Postman collection 2.1: one request for each exchange, with the answer it had as its example. Secrets are variables of the
 * collection, to be filled in after the import.
 */
export async function* exportPostman(
  items: AsyncIterable<ExportItem>,
  { exportedAt, app, redaction }: ExportContext,
): AsyncGenerator<string> {
  const info = {
    name: `Optimove events, ${exportedAt}`,
    description: [`Exported by ${app.name} ${app.version}.`, ...redaction].join(" "),
    schema: SCHEMA,
  };
  yield `{\n  "info": ${indentedJson(info, "  ").trimStart()},\n  "item": [`;
  const variables = new Set<string>();
  let separator = "\n";
  for await (const item of items) {
    yield `${separator}${indentedJson(postmanItem(item, variables), "    ")}`;
    separator = ",\n";
  }
  const variable = [...variables].map((key) => ({ key, value: "", type: "string" }));
  yield `\n  ],\n  "variable": ${indentedJson(variable, "  ").trimStart()}\n}\n`;
}

function postmanItem({ exchange, note }: ExportItem, variables: Set<string>) {
  const request = postmanRequest(exchange, variables);
  const what = exchange.event ?? "Event";
  return {
    name: `${what} (${OUTCOME_WORDS[exchange.outcome]}, ${exchange.sentAt})`,
    request: {
      ...request,
      description: [exchange.message, note].filter((text) => text !== null).join("\n\n"),
    },
    response: exchange.response === null ? [] : [postmanResponse(exchange, request)],
  };
}

function postmanRequest({ request }: Exchange, variables: Set<string>) {
  const fill = (text: string) => withVariables(text, variables);
  return {
    method: request.method,
    header: request.headers.filter(isOurs).map(([key, value]) => ({ key, value: fill(value), type: "text" })),
    body: { mode: "raw", raw: fill(request.text), options: { raw: { language: "json" } } },
    // As text: of an address in parts Postman reads the parts alone, and what does not fit them is lost.
    url: fill(request.url),
  };
}

function postmanResponse(exchange: Exchange, originalRequest: ReturnType<typeof postmanRequest>) {
  const { response, outcome, timings } = exchange;
  return {
    name: OUTCOME_WORDS[outcome],
    originalRequest,
    status: response?.statusText ?? "",
    code: response?.status ?? 0,
    header: (response?.headers ?? []).map(([key, value]) => ({ key, value })),
    body: response?.bodyEncoding === "utf8" ? response.body : "",
    responseTime: Math.round(timings.total),
    cookie: [],
  };
}

/** Postman writes these itself. */
function isOurs([name]: Header): boolean {
  return !/^(?:host|content-length|connection|transfer-encoding)$/i.test(name);
}

/** Postman reads `{{name}}` as a variable, and so do we; its names have no colon. What else stands in braces stays text. */
function withVariables(text: string, variables: Set<string>): string {
  return text.replaceAll(/\{\{secret:([\w.-]+)\}\}/g, (_, name: string) => {
    variables.add(`secret_${name}`);
    return `{{secret_${name}}}`;
  });
}
