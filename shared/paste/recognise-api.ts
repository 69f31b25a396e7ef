import type { Api } from "../domain/tenant.ts";
import { parseJson } from "../json/parse.ts";

const FIELDS: Readonly<Record<Api, ReadonlySet<string>>> = {
  optievent: new Set(["tenant", "event", "customer", "visitor", "timestamp"]),
  realtime: new Set(["tid", "cid", "eid"]),
};

/** Which API a body is meant for, by the fields it has. A body that has as many of both, or of none, counts as OptiEvent. */
export function recogniseApi(text: string): Api {
  const names = fieldNames(text);
  const count = (api: Api) => names.filter((name) => FIELDS[api].has(name)).length;
  return count("realtime") > count("optievent") ? "realtime" : "optievent";
}

function fieldNames(text: string): readonly string[] {
  const parsed = parseJson(text);
  if (parsed.ok) {
    return parsed.root.kind === "object" ? parsed.root.members.map((member) => member.key.value) : [];
  }
  // A body with a syntax error still has its field names in it.
  return Array.from(text.matchAll(/["']?(\w+)["']?\s*:/g), (match) => match[1] ?? "");
}
