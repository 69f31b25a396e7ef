import type { Catalog } from "../domain/catalog.ts";
import type { Finding, Fix, Severity } from "../domain/finding.ts";
import type { Api, Connection, RuleProfile } from "../domain/tenant.ts";
import { toPointer } from "../json/path.ts";
import { createLocator } from "../json/position.ts";
import type { JsonNode, JsonPath, Span } from "../json/types.ts";
import { hasPlaceholder } from "./placeholders.ts";
import { RULES, type RuleName } from "./rules.ts";

/** What a finding adds to its rule. `severity` only where it is not the rule's own. */
type FindingExtras = { readonly severity?: Severity; readonly fix?: Fix | undefined };

/** What every check knows, and how it reports. */
export type Scope = {
  readonly text: string;
  readonly api: Api;
  readonly catalog: Catalog | null;
  readonly connection: Connection | null;
  readonly tenantNumber: number | null;
  readonly profile: RuleProfile;
  readonly now: Date;
  readonly findings: readonly Finding[];
  /** Reports a finding at a path of the body and a span of the text. */
  add(rule: RuleName, path: JsonPath, span: Span, message: string, extras?: FindingExtras): void;
  /**
   * Whether a value is still a placeholder: what it will be is not known, so it is not judged. A text that only looks like
   * one, because its braces are escaped in the body, is a value like any other.
   */
  isUnresolved(node: JsonNode): boolean;
  /** The fix that puts `text` in place of the span; undefined where the span must not be edited. */
  replace(label: string, span: Span, text: string): Fix | undefined;
};

export type ScopeInput = Omit<Scope, "findings" | "add" | "isUnresolved" | "replace">;

/** A scope that collects its findings. Lines are indexed on the first finding only: most bodies have few. */
export function createScope(input: ScopeInput): Scope {
  const findings: Finding[] = [];
  let locate: ReturnType<typeof createLocator> | null = null;
  return {
    ...input,
    findings,
    add(name, path, span, message, extras = {}) {
      locate ??= createLocator(input.text);
      const { code, severity, source } = RULES[name];
      findings.push({
        rule: name,
        code,
        severity: extras.severity ?? severity,
        path: toPointer(path),
        message,
        source,
        position: locate(span.start, span.end - span.start),
        ...(extras.fix === undefined ? {} : { fix: extras.fix }),
      });
    },
    isUnresolved: (node) =>
      node.kind === "string" &&
      hasPlaceholder(node.value) &&
      hasPlaceholder(input.text.slice(node.start, node.end)),
    replace: (label, span, text) => replacement(input.text, label, span, text),
  };
}

/**
 * What stands in the text may be a placeholder whose value is known only when sending: writing a fixed value in its place
 * would mend this one event and break the draft.
 */
function replacement(text: string, label: string, span: Span, replacing: string): Fix | undefined {
  if (hasPlaceholder(text.slice(span.start, span.end))) return undefined;
  return { label, edits: [{ offset: span.start, length: span.end - span.start, text: replacing }] };
}

/** The same scope for values that are not written in the text as themselves, so that nothing can be edited in place. */
export function withoutFixes(scope: Scope): Scope {
  return {
    ...scope,
    add: (rule, path, span, message, extras = {}) =>
      scope.add(
        rule,
        path,
        span,
        message,
        extras.severity === undefined ? {} : { severity: extras.severity },
      ),
    replace: () => undefined,
  };
}

/** The opening bracket of an object or array: the place of what is missing in it. */
export function openingOf(node: Span): Span {
  return { start: node.start, end: Math.min(node.start + 1, node.end) };
}
