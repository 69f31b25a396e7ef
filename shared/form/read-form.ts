import type { CatalogEvent } from "../domain/catalog.ts";
import type { Finding } from "../domain/finding.ts";
import type { Api } from "../domain/tenant.ts";
import { parseJson } from "../json/parse.ts";
import { nodeAt, toPointer } from "../json/path.ts";
import { quoteJson } from "../json/value.ts";
import type { JsonNode, JsonObject, JsonPath } from "../json/types.ts";
import {
  CONTEXT_FIELD,
  customerField,
  isNow,
  parameterPath,
  TIMESTAMP_FIELD,
  VISITOR_FIELD,
} from "./fields.ts";
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
  const names = new Set(declared.map((parameter) => parameter.name));
  const rows: FormRow[] = declared.map((parameter) => readRow(source, parameter.name, parameter));
  const context = nodeAt(source.root, [CONTEXT_FIELD]);
  if (context?.kind !== "object") return rows;
  for (const { key } of context.members) {
    if (names.has(key.value)) continue;
    names.add(key.value);
    rows.push(readRow(source, key.value, null));
  }
  return rows;
}

function readRow(source: Source, name: string, declared: FormRow["declared"]): FormRow {
  const path = parameterPath(name);
  return { name, declared, value: readValue(source, path), findings: source.findings.take(path) };
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
  return { mode: value.state === "text" && isNow(text) ? "now" : "fixed", text, findings };
}

function readValue(source: Source, path: JsonPath): FormValue {
  const node = nodeAt(source.root, path);
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
      return { state: "other", text: source.text.slice(node.start, node.end) };
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
  private readonly left: Set<Finding>;

  constructor(findings: readonly Finding[]) {
    this.left = new Set(findings);
  }

  /** Those at the path or below it. */
  take(path: JsonPath): Finding[] {
    const pointer = toPointer(path);
    const taken = [...this.left].filter(
      (finding) => finding.path === pointer || finding.path.startsWith(`${pointer}/`),
    );
    for (const finding of taken) this.left.delete(finding);
    return taken;
  }

  rest(): Finding[] {
    return [...this.left];
  }
}
