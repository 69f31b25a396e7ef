import { jsonTexts, numberText } from "../catalog/number-texts.ts";
import type { Parameter } from "../domain/catalog.ts";
import type { JsonNode, JsonNumber, JsonPath, JsonString } from "../json/types.ts";
import { assertNever } from "../result/result.ts";
import { isDateTime, isEmail, isWebAddress } from "./formats.ts";
import { isSameNumber } from "./numbers.ts";
import type { Scope } from "./scope.ts";
import { described, named, quoted } from "./words.ts";

/** A value that has the right type, its name for sentences, and what the catalog says of it, if anything. */
export type Subject<Node extends JsonNode> = {
  readonly name: string;
  readonly node: Node;
  readonly path: JsonPath;
  readonly parameter: Parameter | null;
  /** A value of the wrong type, judged as what it is surely meant to be: that is not what it is. */
  readonly isConverted?: boolean;
};

/** `amount` is the number 9.99 */
function whatItIs({ name, isConverted = false }: Subject<JsonNode>, value: string): string {
  return `${named(name)} ${isConverted ? "would be" : "is"} ${value}`;
}

/** Everything that can be wrong with a value of the right type. */
export function checkConstraints(scope: Scope, subject: Subject<JsonNode>): void {
  const { node } = subject;
  if (node.kind === "string") {
    checkLength(scope, { ...subject, node });
    checkFormat(scope, { ...subject, node });
  } else if (node.kind === "number") {
    checkNumber(scope, { ...subject, node });
  }
  checkAllowed(scope, subject);
}

/** Lengths are UTF-16 units. Of several limits that a text is over, the most serious is reported. */
function checkLength(scope: Scope, { name, node, path, parameter }: Subject<JsonString>): void {
  const { length } = node.value;
  const { textErrorLength, textWarningLength } = scope.profile;
  const limit = Math.min(parameter?.maxLength ?? Number.POSITIVE_INFINITY, textErrorLength);
  const is = `${named(name)} has ${length} characters`;
  if (length > limit) {
    const whose =
      limit === parameter?.maxLength ? "the catalog allows" : "the vendor's software refuses more than";
    scope.add("value.too-long", path, node, `${is}; ${whose} ${limit}.`, { severity: "error" });
  } else if (length > textWarningLength) {
    const message = `${is}; the vendor's documents allow ${textWarningLength}.`;
    scope.add("value.too-long", path, node, message, { severity: "warning" });
  }
}

function checkFormat(scope: Scope, subject: Subject<JsonString>): void {
  const { node, path, parameter } = subject;
  const is = whatItIs(subject, quoted(node.value));
  const format = parameter?.format;
  switch (format) {
    case undefined:
      return;
    case "email":
      if (isEmail(node.value)) return;
      scope.add("email.invalid", path, node, `${is}, which is no email address such as johndoe@domain.com.`);
      return;
    case "url":
      if (isWebAddress(node.value)) return;
      scope.add(
        "url.invalid",
        path,
        node,
        `${is}, which is no web address such as https://example.com/page.`,
      );
      return;
    case "date-time":
      if (isDateTime(node.value)) return;
      scope.add("date-time.invalid", path, node, `${is}, which is no time such as 2020-04-12T17:32:06.094Z.`);
      return;
    default:
      assertNever(format);
  }
}

function checkNumber(scope: Scope, subject: Subject<JsonNumber>): void {
  const { node, path, parameter } = subject;
  const is = whatItIs(subject, described(node));
  const value = Number(node.text);
  const { minimum, maximum } = parameter ?? {};
  if (minimum !== undefined && value < minimum) {
    scope.add(
      "value.out-of-range",
      path,
      node,
      `${is}; the least is ${numberText(parameter ?? {}, "minimum")}.`,
    );
  }
  if (maximum !== undefined && value > maximum) {
    scope.add(
      "value.out-of-range",
      path,
      node,
      `${is}; the most is ${numberText(parameter ?? {}, "maximum")}.`,
    );
  }
  if (Number.isFinite(value) && !Number.isInteger(value)) {
    const message = `${is}. Some triggers cannot use decimals.`;
    scope.add("number.decimal", path, node, message);
  }
}

function checkAllowed(scope: Scope, subject: Subject<JsonNode>): void {
  const { node, path, parameter } = subject;
  if (parameter?.enum === undefined) return;
  const allowed = jsonTexts(parameter, "enum");
  if (parameter.enum.some((value, index) => isSame(node, value, allowed[index] ?? ""))) return;
  const shown = allowed.slice(0, 8);
  const rest = allowed.length > shown.length ? ` and ${allowed.length - shown.length} more` : "";
  const message = `${whatItIs(subject, described(node))}; the catalog allows ${shown.join(", ")}${rest}.`;
  scope.add("value.not-allowed", path, node, message);
}

/** Numbers are the same by all of their digits: `100` is `100.00`, and ids of twenty digits are told apart. */
function isSame(node: JsonNode, value: string | number | boolean, text: string): boolean {
  if (node.kind === "string") return node.value === value;
  if (node.kind === "number") return typeof value === "number" && isSameNumber(node.text, text);
  return node.kind === "boolean" && (node.text === "true") === value;
}
