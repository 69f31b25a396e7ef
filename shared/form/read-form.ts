import type { CatalogEvent } from "../domain/catalog.ts";
import type { Finding } from "../domain/finding.ts";
import type { Api } from "../domain/tenant.ts";
import { parseJson } from "../json/parse.ts";
import { fromPointer, nodeAt } from "../json/path.ts";
import { quoteJson } from "../json/value.ts";
import type { JsonNode, JsonObject, JsonPath } from "../json/types.ts";
import { CONTEXT_FIELD, customerField, parameterPath, TIMESTAMP_FIELD, VISITOR_FIELD } from "./fields.ts";
import { eventNameOf } from "../paste/event-shape.ts";
import { readMoment } from "./moment.ts";
import { assertNever } from "../result/result.ts";
import type { Form, FormIdentity, FormRow, FormTimestamp, FormValue, NoForm } from "./form.ts";

export type ReadFormInput = {
  readonly text: string;
  /** The catalog's event; null for one that it does not have. */
  readonly event: CatalogEvent | null;
  readonly api: Api;
  readonly findings: readonly Finding[];
};

/** The draft's text as a form. Never throws; a text that is no JSON object gives the reason instead. */
export function readForm(input: ReadFormInput): Form | NoForm {
  const parsed = parseJson(input.text);
  if (!parsed.ok) return { ok: false, problem: parsed.problem };
  if (parsed.root.kind !== "object") return notAnObject(parsed.root);
  const source = { text: input.text, root: parsed.root, findings: new Findings(input.findings) };
  const rows = readRows(source, input.event);
  const identity = readIdentity(source, input.api);
  const timestamp = readTimestamp(source);
  return {
    ok: true,
    eventName: eventNameOf(parsed.root, input.api),
    identity,
    timestamp,
    isContextEditable: isObjectOrAbsent(nodeAt(parsed.root, [CONTEXT_FIELD])),
    rows,
    otherFindings: source.findings.rest(),
  };
}

type Source = { readonly text: string; readonly root: JsonObject; readonly findings: Findings };

function readRows(source: Source, event: CatalogEvent | null): FormRow[] {
  const declared = event?.parameters ?? [];
  const context = nodeAt(source.root, [CONTEXT_FIELD]);
  // One pass over the members, in which the last of a name wins: a context can have thousands.
  const values = new Map<string, JsonNode>();
  for (const { key, value } of context?.kind === "object" ? context.members : [])
    values.set(key.value, value);
  const rowOf = (name: string, parameter: FormRow["declared"]): FormRow => ({
    name,
    declared: parameter,
    value: formValue(source.text, values.get(name)),
    findings: source.findings.take(parameterPath(name)),
  });
  const names = new Set(declared.map((parameter) => parameter.name));
  const extra = [...values.keys()].filter((name) => !names.has(name));
  return [
    ...declared.map((parameter) => rowOf(parameter.name, parameter)),
    ...extra.map((name) => rowOf(name, null)),
  ];
}

function readIdentity(source: Source, api: Api): FormIdentity {
  const customer = readValue(source, [customerField(api)]);
  const visitor: FormValue = api === "realtime" ? { state: "notSent" } : readValue(source, [VISITOR_FIELD]);
  const findings = [
    ...source.findings.take([customerField(api)]),
    ...(api === "realtime" ? [] : source.findings.take([VISITOR_FIELD])),
  ];
  return { mode: identityMode(customer, visitor), customer, visitor, findings };
}

function identityMode(customer: FormValue, visitor: FormValue): FormIdentity["mode"] {
  if (customer.state !== "notSent") return visitor.state === "notSent" ? "customer" : "both";
  return visitor.state === "notSent" ? "none" : "visitor";
}

function readTimestamp(source: Source): FormTimestamp {
  const value = readValue(source, [TIMESTAMP_FIELD]);
  const findings = source.findings.take([TIMESTAMP_FIELD]);
  if (value.state === "notSent") return { mode: "absent", text: "", findings };
  const text = valueText(value);
  return { mode: value.state === "text" ? readMoment(text).kind : "fixed", text, findings };
}

function readValue(source: Source, path: JsonPath): FormValue {
  return formValue(source.text, nodeAt(source.root, path));
}

function formValue(documentText: string, node: JsonNode | undefined): FormValue {
  if (node === undefined) return { state: "notSent" };
  switch (node.kind) {
    case "string":
      return { state: "text", text: node.value };
    case "number":
      return { state: "number", text: node.text };
    case "boolean":
      return { state: "boolean", value: node.text === "true" };
    case "null":
      return { state: "null" };
    case "object":
    case "array":
      return { state: "other", text: documentText.slice(node.start, node.end) };
    default:
      return assertNever(node);
  }
}

/** A value as one text field shows it. */
export function valueText(value: FormValue): string {
  switch (value.state) {
    case "notSent":
      return "";
    case "text":
    case "number":
    case "other":
      return value.text;
    case "boolean":
      return String(value.value);
    case "null":
      return "null";
    default:
      return assertNever(value);
  }
}

/** A value's JSON source; empty while it is not sent. */
export function valueSource(value: FormValue): string {
  return value.state === "text" ? quoteJson(value.text) : valueText(value);
}

function isObjectOrAbsent(node: JsonNode | undefined): boolean {
  return node === undefined || node.kind === "object";
}

function notAnObject(root: JsonNode): NoForm {
  const message = "An event is a JSON object: it starts with { and ends with }.";
  return { ok: false, problem: { message, offset: root.start, length: root.end - root.start } };
}

/** Findings by the field they point at; what no field takes is left for the whole. */
class Findings {
  private readonly byField = new Map<string, Finding[]>();
  private readonly all: readonly Finding[];
  private readonly taken = new Set<Finding>();

  constructor(findings: readonly Finding[]) {
    this.all = findings;
    for (const finding of findings) {
      const field = fieldKey(fromPointer(finding.path));
      const others = this.byField.get(field);
      if (others === undefined) this.byField.set(field, [finding]);
      else others.push(finding);
    }
  }

  /** Those at the path of a field or below it. */
  take(path: JsonPath): Finding[] {
    const found = this.byField.get(fieldKey(path)) ?? [];
    for (const finding of found) this.taken.add(finding);
    return found;
  }

  rest(): Finding[] {
    return this.all.filter((finding) => !this.taken.has(finding));
  }
}

/**
 * A name for the field that a path leads into: a parameter of the context, else a member of the event. Made of the names as
 * they are, because there may be thousands of them and few findings.
 */
function fieldKey([first = "", second]: JsonPath): string {
  return first === CONTEXT_FIELD && second !== undefined ? `${first}\u0000${second}` : String(first);
}
