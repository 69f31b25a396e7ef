import type { Finding } from "../domain/finding.ts";
import { lastMember } from "../json/path.ts";
import { parseJson } from "../json/parse.ts";
import { positionOf } from "../json/position.ts";
import type { JsonNode } from "../json/types.ts";
import { sortFindings } from "../validation/sort-findings.ts";
import { validatePayload } from "../validation/validate.ts";
import { createDeclaredTypes, eventField, namedEvent } from "./declared-type.ts";
import { requestHeaders } from "./request-headers.ts";
import { notJsonFinding } from "./placeholder-findings.ts";
import { placeFindings, placePlaceholders } from "./place-findings.ts";
import { createDocumentResolver, type ResolvedDocument } from "./placeholders.ts";
import { isSecretExpression, splitPlaceholders } from "./placeholder-syntax.ts";
import type { ComposedRequest, ComposeInput } from "./types.ts";

/**
 * Turns a draft into the request: the draft's own text with its placeholders filled in and nothing else changed. A draft
 * that is not JSON is sent as it stands, with a finding that says so. Findings never keep a request from being composed;
 * their positions are those of the draft. Never throws.
 */
export function composeRequest(input: ComposeInput): ComposedRequest {
  const parsed = parseJson(input.text);
  const resolved = parsed.ok ? resolve(input, parsed.root) : null;
  const validated = validatePayload({
    text: input.text,
    ...(resolved === null ? {} : { root: resolved.root }),
    api: input.connection.api,
    catalog: input.catalog,
    connection: input.connection,
    tenantNumber: input.tenantNumber,
    ruleProfile: input.ruleProfile,
    now: input.now,
  });
  const text = resolved?.text ?? input.text;
  const placeholderFindings = resolved?.findings ?? placeholdersLeft(input.text);
  const findings = sortFindings([...placeholderFindings, ...validated.findings]);
  return {
    method: "POST",
    url: input.url,
    headers: requestHeaders(input.connection),
    text,
    findings,
    requestFindings: placeFindings(findings, resolved?.edits ?? [], text),
    placeholders: resolved === null ? [] : placePlaceholders(resolved.placeholders, resolved.edits),
  };
}

/** The event has to be known before the types of its parameters are, so its name is resolved ahead. */
function resolve(input: ComposeInput, root: JsonNode): ResolvedDocument {
  const { connection, catalog } = input;
  const resolver = createDocumentResolver(input.text, input);
  const field = eventField[connection.api];
  const name = root.kind === "object" ? lastMember(root, field)?.value : undefined;
  const type = connection.api === "realtime" ? connection.eidType : "string";
  const event =
    name === undefined ? null : namedEvent(resolver.resolveAhead(name, type), connection.api, catalog);
  return resolver.resolveDocument(root, createDeclaredTypes(connection, event));
}

function placeholdersLeft(text: string): readonly Finding[] {
  let offset = 0;
  for (const segment of splitPlaceholders(text)) {
    const { length } = segment.raw;
    if (segment.kind === "placeholder" && !isSecretExpression(segment.expression)) {
      return [notJsonFinding(positionOf(text, offset, length))];
    }
    offset += length;
  }
  return [];
}
