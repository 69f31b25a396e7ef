import type { ParameterType } from "../domain/catalog.ts";
import type { Finding } from "../domain/finding.ts";
import { applyEdits, type TextEdit } from "../json/apply-edits.ts";
import { toPointer } from "../json/path.ts";
import { createLocator, type Locator } from "../json/position.ts";
import type { JsonMember, JsonNode, JsonPath, JsonString } from "../json/types.ts";
import type { DeclaredTypes } from "./declared-type.ts";
import type { Scope } from "./evaluate.ts";
import { unclosedFinding, unresolvedFinding, wrongTypeFinding } from "./placeholder-findings.ts";
import { mayHavePlaceholders } from "./placeholder-syntax.ts";
import { hasUnclosed, resolveString, type ResolvedPart, type ResolvedString } from "./resolve-string.ts";
import type { ResolvedPlaceholder } from "./types.ts";

export type UnplacedPlaceholder = Omit<ResolvedPlaceholder, "inRequest">;

/** A draft with its placeholders filled in. */
export type ResolvedDocument = {
  /** The draft's text, but for the placeholders that were resolved. */
  readonly text: string;
  /** The resolved values with the spans of the draft. */
  readonly root: JsonNode;
  /** In the order of the draft; positions are those of the draft. */
  readonly findings: readonly Finding[];
  /** Without their place in the request. */
  readonly placeholders: readonly UnplacedPlaceholder[];
  /** What was replaced in the draft's text to make `text`. */
  readonly edits: readonly TextEdit[];
};

export type DocumentResolver = {
  /** Resolves one value ahead of the others; resolving the document uses the same result. */
  resolveAhead(node: JsonNode, type: ParameterType): JsonNode;
  resolveDocument(root: JsonNode, declaredTypes: DeclaredTypes): ResolvedDocument;
};

/** Fills in placeholders in the strings and names of a parsed draft, each once, so that random ones stay what they became. */
export function createDocumentResolver(text: string, scope: Scope): DocumentResolver {
  const results = new Map<JsonString, ResolvedString>();
  const resolveOnce = (node: JsonString, type: ParameterType): ResolvedString => {
    const result = results.get(node) ?? resolveString(text.slice(node.start, node.end), type, scope);
    results.set(node, result);
    return result;
  };
  return {
    resolveAhead: (node, type) =>
      node.kind === "string" ? resolvedNode(node, resolveOnce(node, type)) : node,
    resolveDocument(root, declaredTypes) {
      const changes: Changes = { edits: [], findings: [], placeholders: [] };
      if (!mayHavePlaceholders(text)) return { ...changes, text, root };
      let locator: Locator | null = null;
      const locate: Locator = (offset, length) => (locator ??= createLocator(text))(offset, length);
      const resolveAt = (node: JsonString, path: JsonPath, type: ParameterType): ResolvedString => {
        const result = resolveOnce(node, type);
        collect(changes, node, toPointer(path), result, locate);
        return result;
      };
      const resolved = walk({ text, declaredTypes, resolveAt }, root, []);
      return { ...changes, text: applyEdits(text, changes.edits), root: resolved };
    },
  };
}

type Walk = {
  readonly text: string;
  readonly declaredTypes: DeclaredTypes;
  readonly resolveAt: (node: JsonString, path: JsonPath, type: ParameterType) => ResolvedString;
};

function walk(context: Walk, node: JsonNode, path: JsonPath): JsonNode {
  if (node.kind === "string") {
    if (!mayHavePlaceholders(context.text.slice(node.start, node.end))) return node;
    return resolvedNode(node, context.resolveAt(node, path, context.declaredTypes(path)));
  }
  if (node.kind === "array") {
    return { ...node, items: node.items.map((item, index) => walk(context, item, [...path, index])) };
  }
  if (node.kind !== "object") return node;
  return { ...node, members: node.members.map((member) => walkMember(context, member, path)) };
}

function walkMember(context: Walk, { key, value }: JsonMember, path: JsonPath): JsonMember {
  const isPlain = !mayHavePlaceholders(context.text.slice(key.start, key.end));
  const resolvedKey = isPlain
    ? key
    : resolvedText(key, context.resolveAt(key, [...path, key.value], "string"));
  return { key: resolvedKey, value: walk(context, value, [...path, resolvedKey.value]) };
}

function resolvedNode(node: JsonString, result: ResolvedString): JsonNode {
  if (result.kind === "text") return resolvedText(node, result);
  const { start, end } = node;
  if (result.type === "number") return { kind: "number", start, end, text: result.token };
  return { kind: "boolean", start, end, text: result.token === "true" ? "true" : "false" };
}

function resolvedText(node: JsonString, result: ResolvedString): JsonString {
  return result.kind === "text" ? { ...node, value: result.value } : node;
}

/** What resolving a document has led to so far. */
type Changes = {
  readonly edits: TextEdit[];
  readonly findings: Finding[];
  readonly placeholders: UnplacedPlaceholder[];
};

function collect(
  changes: Changes,
  node: JsonString,
  path: string,
  result: ResolvedString,
  locate: Locator,
): void {
  const length = node.end - node.start;
  if (result.kind === "token") {
    changes.edits.push({ offset: node.start, length, text: result.token });
    const { placeholder, token: value } = result;
    changes.placeholders.push({ path, offset: node.start + 1, placeholder, value });
    return;
  }
  for (const part of result.parts) collectPart(changes, node.start, path, part, locate);
  if (hasUnclosed(result.parts)) changes.findings.push(unclosedFinding(path, locate(node.start, length)));
  if (result.misfit !== null) {
    const { value, type } = result.misfit;
    changes.findings.push(wrongTypeFinding(path, value, type, locate(node.start, length)));
  }
}

function collectPart(
  changes: Changes,
  stringStart: number,
  path: string,
  { start, raw, written, evaluation }: ResolvedPart,
  locate: Locator,
): void {
  const offset = stringStart + start;
  if (evaluation?.kind === "value") {
    changes.edits.push({ offset, length: raw.length, text: written });
    changes.placeholders.push({ path, offset, placeholder: raw, value: `"${written}"` });
  } else if (evaluation?.kind === "unresolved") {
    changes.findings.push(unresolvedFinding(path, raw, evaluation.reason, locate(offset, raw.length)));
  }
}
