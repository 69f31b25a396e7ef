import type { JsonPath, Span } from "../json/types.ts";
import type { Scope } from "./scope.ts";
import { named } from "./words.ts";

const SNAKE_CASE = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

/** Reports a name that is not snake_case in lower case, unless the tenant's rule profile allows it. */
export function checkNameStyle(scope: Scope, name: string, path: JsonPath, span: Span): void {
  if (scope.profile.nameStyle === "allowed" || SNAKE_CASE.test(name)) return;
  const rule = "Names are snake_case: lower-case words with one underscore between them";
  const why = /^[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*$/.test(name)
    ? `${rule}. The vendor's older document has capitals in its example, its later ones do not.`
    : `${rule}.`;
  scope.add("name.style", path, span, `${named(name)} is not the vendor's style. ${why}`);
}
