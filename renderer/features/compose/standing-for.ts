import type { ComposedRequest, ResolvedPlaceholder } from "../../../shared/compose/types.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { toPointer } from "../../../shared/json/path.ts";
import type { JsonPath } from "../../../shared/json/types.ts";

/** What the draft's placeholders stand for as the request stands, by the JSON pointer of the value they are in. */
export type StandingFor = ReadonlyMap<string, readonly ResolvedPlaceholder[]>;

export function standingFor({ placeholders }: Pick<ComposedRequest, "placeholders">): StandingFor {
  const byPath = new Map<string, ResolvedPlaceholder[]>();
  for (const placeholder of placeholders) {
    const others = byPath.get(placeholder.path);
    if (others === undefined) byPath.set(placeholder.path, [placeholder]);
    else others.push(placeholder);
  }
  return byPath;
}

/** The text that the only placeholder of a value stands for; empty where there is none, or more of them. */
export function sentText(standing: StandingFor, path: JsonPath): string {
  const [only, another] = standing.get(toPointer(path)) ?? [];
  const parsed = only === undefined || another !== undefined ? null : parseJson(only.value);
  return parsed?.ok === true && parsed.root.kind === "string" ? parsed.root.value : "";
}

/** In words what the placeholders of a value stand for; empty where it has none. */
export function standingWords(standing: StandingFor, path: JsonPath): string {
  return (standing.get(toPointer(path)) ?? [])
    .map(({ placeholder, value }) => `${placeholder} is ${value}`)
    .join(", ");
}

/** Whether a placeholder stands for something else each time it is sent: a moment, or what is generated. */
export function isMadeWhenSent(placeholder: string): boolean {
  return /^\{\{\s*\$/u.test(placeholder);
}
