import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import type { JsonMember, JsonObject } from "../json/types.ts";
import { unwrapDouble } from "./double-encoding.ts";
import type { Envelope } from "./envelope.ts";
import { createNameIndex, type NameIndex } from "./event-lookup.ts";
import { checkNameStyle } from "./name-style.ts";
import { checkParameterValue } from "./parameter-value.ts";
import { createMemberFixes, type MemberFixes } from "./member-fixes.ts";
import { openingOf, type Scope } from "./scope.ts";
import { SYSTEM_PARAMETERS } from "./system-parameters.ts";
import { described, named } from "./words.ts";

/** `context` and its parameters. Without an event of the catalog only the rules that need none apply. */
export function checkContext(scope: Scope, envelope: Envelope, event: CatalogEvent | null): void {
  const field = envelope.field("context");
  if (field === undefined) {
    const message = "`context` is missing. It holds the parameters and may be `{}`.";
    scope.add("context.missing", ["context"], openingOf(envelope.root), message);
    return;
  }
  const { name, value } = field;
  if (scope.isUnresolved(value) && !looksLikeJson(value)) return;
  const unwrapped = unwrapDouble(scope, value, [name], named(name));
  const node = unwrapped?.node ?? value;
  if (node.kind === "object") {
    checkParameters(unwrapped?.scope ?? scope, node, name, event);
  } else {
    const message = `${named(name)} is ${described(node)}. It must be an object of parameter names and values.`;
    scope.add("context.not-object", [name], value, message);
  }
}

/** A whole context that was encoded twice may have placeholders somewhere inside. */
function looksLikeJson(value: JsonObject["members"][number]["value"]): boolean {
  return value.kind === "string" && /^\s*\{(?!\{)/.test(value.value);
}

function checkParameters(scope: Scope, context: JsonObject, path: string, event: CatalogEvent | null): void {
  const members = new Map(context.members.map((member) => [member.key.value, member]));
  const limit = scope.profile.maxParameters;
  if (members.size > limit) {
    const message = `The event has ${members.size} parameters; at most ${limit} are allowed.`;
    scope.add("event.too-many-parameters", [path], openingOf(context), message);
  }
  const configured = event?.parameters ?? NO_PARAMETERS;
  const index = indexOf(configured);
  const meant = new Set<string>();
  const fixes = createMemberFixes(scope, context);
  for (const [name, member] of members) {
    const parameter = findParameter(scope, { name, member, path, members, fixes, index, event });
    if (parameter !== null) meant.add(parameter.name);
    checkParameterValue(scope, { name, member, fixes, path: [path, name], parameter });
  }
  for (const parameter of configured) {
    if (parameter.required !== true || meant.has(parameter.name)) continue;
    const message = `${named(parameter.name)} is missing, but the event must have it.`;
    scope.add("parameter.missing", [path, parameter.name], openingOf(context), message);
  }
}

const NO_PARAMETERS: readonly Parameter[] = [];

/** Made once for the parameters of an event, which never change: a changed event has others. */
const indexes = new WeakMap<readonly Parameter[], NameIndex<Parameter>>();

/** Of those of the event and those that every event has. */
function indexOf(configured: readonly Parameter[]): NameIndex<Parameter> {
  const made = indexes.get(configured);
  if (made !== undefined) return made;
  const names = new Set(configured.map(({ name }) => name));
  const known = [...configured, ...SYSTEM_PARAMETERS.filter(({ name }) => !names.has(name))];
  const index = createNameIndex(known, ({ name }) => name);
  indexes.set(configured, index);
  return index;
}

type NamedMember = {
  readonly name: string;
  readonly member: JsonMember;
  readonly path: string;
  readonly members: ReadonlyMap<string, JsonMember>;
  readonly fixes: MemberFixes;
  readonly index: NameIndex<Parameter>;
  readonly event: CatalogEvent | null;
};

/** The parameter that a name means, reporting a name that is not written as configured. */
function findParameter(scope: Scope, subject: NamedMember): Parameter | null {
  const { name, member, path, members, fixes, index, event } = subject;
  const match = index.find(name);
  if (match.kind === "case") {
    const right = match.item.name;
    const isFree = !members.has(right);
    const both = isFree ? "" : " Both are there.";
    const message = `Names are case-sensitive; the catalog has ${named(right)}, not ${named(name)}.${both}`;
    scope.add("name.case", [path, name], member.key, message, {
      fix: isFree ? fixes.rename(name, right) : undefined,
    });
    return match.item;
  }
  checkNameStyle(scope, name, [path, name], member.key);
  if (match.kind === "exact") return match.item;
  if (event === null) return null;
  const hint = match.kind === "similar" ? ` Did you mean ${named(match.item.name)}?` : "";
  const message = `${named(name)} is not configured for ${named(event.key)}: it is not tracked and cannot be used in a trigger.${hint}`;
  scope.add("parameter.unknown", [path, name], member.key, message);
  return null;
}
