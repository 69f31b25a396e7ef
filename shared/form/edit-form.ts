import type { ParameterType } from "../domain/catalog.ts";
import type { Api } from "../domain/tenant.ts";
import { assertNever } from "../result/result.ts";
import { removeMember, renameMember, setValue } from "../json/edit.ts";
import { parseJson } from "../json/parse.ts";
import { nodeAt } from "../json/path.ts";
import type { JsonNode, JsonPath } from "../json/types.ts";
import { quoteJson } from "../json/value.ts";
import {
  CONTEXT_FIELD,
  customerField,
  NOW_PLACEHOLDER,
  parameterPath,
  TIMESTAMP_FIELD,
  VISITOR_FIELD,
} from "./fields.ts";
import type { FormValue } from "./form.ts";
import { valueText } from "./read-form.ts";

// Each edit takes the draft's text and answers the new one. What it does not touch stays as it was, to the character. On a
// text that is no JSON object every edit answers the text unchanged.

export type IdentityMode = "customer" | "visitor";

export type IdentityInput =
  | { readonly mode: IdentityMode; readonly value: string }
  | { readonly mode: "none" };

/**
 * Names exactly one identity, or none. The member that was there is renamed, so that it keeps its place. Realtime has only
 * its `cid`: a `visitor` there is a member that nobody knows, and stays.
 */
export function setIdentity(text: string, api: Api, identity: IdentityInput): string {
  if (identity.mode === "none") return withoutIdentity(text, api);
  const wanted = identityField(api, identity.mode);
  return setValue(withOnly(text, api, wanted), [wanted], quoteJson(identity.value));
}

/** Sets the value of one identity and leaves the other as it is; for a draft that carries both on purpose. */
export function setIdentityValue(text: string, api: Api, mode: IdentityMode, value: string): string {
  return setValue(text, [identityField(api, mode)], quoteJson(value));
}

function identityField(api: Api, mode: IdentityMode): string {
  return mode === "customer" || api === "realtime" ? customerField(api) : VISITOR_FIELD;
}

function withoutIdentity(text: string, api: Api): string {
  const rest = removeMember(text, [customerField(api)]);
  return api === "realtime" ? rest : removeMember(rest, [VISITOR_FIELD]);
}

function withOnly(text: string, api: Api, wanted: string): string {
  if (api === "realtime") return text;
  const other = wanted === VISITOR_FIELD ? customerField(api) : VISITOR_FIELD;
  if (has(text, [wanted])) return removeMember(text, [other]);
  // The member that counts takes the new name; what is left of the old one are duplicates.
  return removeMember(renameMember(text, [other], wanted), [other]);
}

export type TimestampInput =
  | { readonly mode: "now" | "absent" }
  /** A time as it is written, or a placeholder of one. */
  | { readonly mode: "fixed"; readonly text: string };

export function setTimestamp(text: string, timestamp: TimestampInput): string {
  switch (timestamp.mode) {
    case "absent":
      return removeMember(text, [TIMESTAMP_FIELD]);
    case "now":
      return setValue(text, [TIMESTAMP_FIELD], quoteJson(NOW_PLACEHOLDER));
    case "fixed":
      return setValue(text, [TIMESTAMP_FIELD], quoteJson(timestamp.text));
    default:
      return assertNever(timestamp);
  }
}

/**
 * What was put into a parameter's control. `number` keeps its digits where it is a JSON number and is a text otherwise, so
 * that what was typed is never lost; `json` is the source of any value and must be JSON, else nothing changes.
 */
export type ParameterInput =
  | { readonly kind: "text" | "number" | "json"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean };

export function setParameter(text: string, name: string, input: ParameterInput): string {
  const value = inputText(input);
  return value === null ? text : setValue(text, parameterPath(name), value);
}

/** Puts an empty object where the context is something else, so that there is a place for parameters. */
export function resetContext(text: string): string {
  return setValue(text, [CONTEXT_FIELD], "{}");
}

/** Takes the parameter out, however often it stands there. */
export function setNotSent(text: string, name: string): string {
  return removeMember(text, parameterPath(name));
}

/** Sends a parameter that was not sent, with the plainest value of its type. One that is there stays as it is. */
export function addParameter(text: string, name: string, type: ParameterType): string {
  return has(text, parameterPath(name)) ? text : setParameter(text, name, plainestInput(type));
}

/** Renames in place. Nothing changes where there is no such parameter, or already one of the new name. */
export function renameParameter(text: string, from: string, to: string): string {
  return has(text, parameterPath(to)) ? text : renameMember(text, parameterPath(from), to);
}

/** The plainest value of a type: an empty text, zero, true. */
export function plainestInput(type: ParameterType): ParameterInput {
  switch (type) {
    case "string":
      return { kind: "text", text: "" };
    case "number":
      return { kind: "number", text: "0" };
    case "boolean":
      return { kind: "boolean", value: true };
    default:
      return assertNever(type);
  }
}

/** Sends the value a parameter has as another type, as far as that can be: digits become a number, `true` a boolean. */
export function convertParameter(text: string, name: string, value: FormValue, type: ParameterType): string {
  const shown = valueText(value);
  switch (type) {
    case "string":
      return setParameter(text, name, { kind: "text", text: shown });
    case "number":
      return setParameter(
        text,
        name,
        JSON_NUMBER.test(shown) ? { kind: "number", text: shown } : plainestInput(type),
      );
    case "boolean":
      return setParameter(text, name, { kind: "boolean", value: shown !== "false" });
    default:
      return assertNever(type);
  }
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

function inputText(input: ParameterInput): string | null {
  switch (input.kind) {
    case "text":
      return quoteJson(input.text);
    case "number":
      return JSON_NUMBER.test(input.text) ? input.text : quoteJson(input.text);
    case "json":
      return parseJson(input.text).ok ? input.text.trim() : null;
    case "boolean":
      return String(input.value);
    default:
      return assertNever(input);
  }
}

function has(text: string, path: JsonPath): boolean {
  const root = parseRoot(text);
  return root !== null && nodeAt(root, path) !== undefined;
}

function parseRoot(text: string): JsonNode | null {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.root : null;
}
