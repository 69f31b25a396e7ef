import { seededRandom } from "../random/seeded-random.ts";
import type { Parameter } from "../domain/catalog.ts";
import { createNameIndex } from "../validation/event-lookup.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";
import { named } from "../validation/words.ts";
import { exampleValue } from "./example-value.ts";
import { parametersByName, requiredNames } from "./members.ts";
import { withMember, withName, withoutMember, type Parts, type Wrong } from "./variant.ts";
import { rulesBroken, wrongValues } from "./wrong-values.ts";

/** A variant and the parameter it is about; null for one that is about the parameters as a whole. */
export type WrongParameter = Wrong & { readonly parameter: string | null };

/** Each parameter missing, of another type, too long, outside its limits and under another name; and one too many. */
export function* wrongParameters(parts: Parts): Generator<WrongParameter> {
  const parameters = parametersByName(parts.input.event);
  const required = requiredNames(parts.input.event);
  for (const [name, parameter] of parameters) {
    if (required.has(name)) yield missing(parts, name);
    for (const wrong of wrongParameter(parts, name, parameter)) yield { ...wrong, parameter: name };
  }
  yield unknownParameter(parts, new Set(parameters.keys()));
  yield tooMany(parts);
}

function* wrongParameter(parts: Parts, name: string, parameter: Parameter): Generator<Wrong> {
  const { ruleProfile, now, seed } = parts.input;
  const path = ["context", name];
  const source = { mode: "plausible", random: seededRandom(seed), now, profile: ruleProfile } as const;
  const own = parts.members.find(([other]) => other === name)?.[1];
  const right = own ?? exampleValue(parameter, source) ?? "1";
  for (const { rule, severity, valueText, words } of wrongValues(parameter, right, ruleProfile)) {
    const members = withMember(parts.members, name, valueText);
    const title = `${named(name)} ${words}`;
    const alsoBreaks = rulesBroken(parameter, valueText, ruleProfile).filter((other) => other !== rule);
    yield { rule, path, title, members, alsoBreaks, ...(severity === undefined ? {} : { severity }) };
  }
  const written = otherCase(parts, name);
  if (written === null) return;
  const members = withName(withMember(parts.members, name, right), name, written);
  const title = `${named(name)} is written ${named(written)}`;
  yield { rule: "name.case", path: ["context", written], title, members };
}

function missing(parts: Parts, name: string): WrongParameter {
  const members = withoutMember(parts.members, name);
  const title = `${named(name)} is missing`;
  return { rule: "parameter.missing", path: ["context", name], title, members, parameter: name };
}

/** The name with other capitals, where that is nobody else's name. */
function otherCase({ input }: Parts, name: string): string | null {
  const configured = [...input.event.parameters, ...SYSTEM_PARAMETERS];
  const index = createNameIndex(configured, (parameter) => parameter.name);
  const capitals = [name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase(), name.toLowerCase()];
  return capitals.find((written) => index.find(written).kind === "case") ?? null;
}

function unknownParameter(parts: Parts, taken: ReadonlySet<string>): WrongParameter {
  const base = "not_in_the_catalog";
  const name = freeNameOf(base, taken);
  const members = [...parts.members, [name, '"value"'] as const];
  const title = `${named(name)} is a parameter that the event does not have`;
  return { rule: "parameter.unknown", path: ["context", name], title, members, parameter: null };
}

function freeNameOf(base: string, taken: ReadonlySet<string>): string {
  let name = base;
  while (taken.has(name)) name = `${name}_x`;
  return name;
}

function tooMany(parts: Parts): WrongParameter {
  const limit = parts.input.ruleProfile.maxParameters;
  const count = Math.max(0, limit + 1 - parts.members.length);
  const more = Array.from({ length: count }, (_, index) => [`one_too_many_${index + 1}`, "1"] as const);
  const members = [...parts.members, ...more];
  const title = `It has ${members.length} parameters`;
  return { rule: "event.too-many-parameters", path: ["context"], title, members, parameter: null };
}
