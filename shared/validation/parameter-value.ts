import type { Parameter, ParameterType } from "../domain/catalog.ts";
import type { JsonMember, JsonNode, JsonPath } from "../json/types.ts";
import { assertNever } from "../result/result.ts";
import { checkConstraints } from "./constraints.ts";
import { convertTo } from "./convert.ts";
import type { MemberFixes } from "./member-fixes.ts";
import type { Scope } from "./scope.ts";
import { described, named } from "./words.ts";

/** A parameter in the body with what the catalog says of it, if anything. */
export type ParameterInBody = {
  readonly name: string;
  readonly member: JsonMember;
  readonly fixes: MemberFixes;
  readonly path: JsonPath;
  readonly parameter: Parameter | null;
};

/** Type first; a value that has the wrong one but is surely meant to be the right one is checked further as that. */
export function checkParameterValue(scope: Scope, subject: ParameterInBody): void {
  const { name, path, parameter } = subject;
  const node = subject.member.value;
  if (scope.isUnresolved(node)) return;
  if (parameter?.required === true && isEmpty(node)) {
    const what = node.kind === "null" ? "null" : "empty";
    scope.add("parameter.missing", path, node, `${named(name)} is ${what}, but the event must have it.`);
  } else if (node.kind === "object" || node.kind === "array") {
    reportNested(scope, subject);
  } else if (node.kind === "null") {
    reportNull(scope, subject);
  } else if (parameter === null || node.kind === parameter.type) {
    checkConstraints(scope, { name, node, path, parameter });
  } else {
    reportType(scope, subject, node, parameter);
  }
}

function isEmpty(node: JsonNode): boolean {
  return node.kind === "null" || (node.kind === "string" && node.value === "");
}

function reportNested(scope: Scope, { name, member, path, parameter }: ParameterInBody): void {
  const wanted = parameter === null ? "a String, a Number or a Boolean" : `a ${typeName(parameter.type)}`;
  const hint =
    member.value.kind === "array"
      ? " Send one event for each item, or parameters of their own."
      : " Send its fields as parameters of their own.";
  const message = `${named(name)} is ${described(member.value)}; a value must be ${wanted}, not nested.${hint}`;
  scope.add("value.nested", path, member.value, message);
}

function reportNull(scope: Scope, { name, member, fixes, path }: ParameterInBody): void {
  const message = `${named(name)} is null, which is neither a String, a Number nor a Boolean. Leave a parameter without a value out.`;
  scope.add("value.wrong-type", path, member.value, message, {
    fix: fixes.remove(member, `Leave ${name} out`),
  });
}

function reportType(
  scope: Scope,
  { name, path }: ParameterInBody,
  node: JsonNode,
  parameter: Parameter,
): void {
  const converted = convertTo(parameter.type, node);
  const message = `${named(name)} is ${described(node)}; the catalog says ${typeName(parameter.type)}. ${hintFor(parameter.type, node)}`;
  scope.add("value.wrong-type", path, node, message, {
    fix: converted === null ? undefined : scope.replace(converted.label, node, converted.text),
  });
  if (converted !== null)
    checkConstraints(scope, { name, node: converted.node, path, parameter, isConverted: true });
}

function hintFor(type: ParameterType, node: JsonNode): string {
  switch (type) {
    case "string":
      return "A String is written in quotes.";
    case "number":
      return node.kind === "string"
        ? "A Number is written without quotes, with a point for decimals and no separators or units."
        : "A Number is digits, with a point for decimals.";
    case "boolean":
      return 'A Boolean is true or false without quotes: not a string, not "Yes", not 0 or 1.';
    default:
      return assertNever(type);
  }
}

function typeName(type: ParameterType): string {
  return type === "string" ? "String" : type === "number" ? "Number" : "Boolean";
}
