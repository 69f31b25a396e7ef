import { plainTexts, withoutDigits, withScalars } from "../catalog/number-texts.ts";
import type { Parameter, ParameterType } from "../domain/catalog.ts";
import { assertNever, failure, success, type Result } from "../result/result.ts";
import { readFormat, readType, readYesNo } from "../catalog-import/words.ts";
import { readNumber, readScalar } from "./cell-values.ts";
import type { ColumnId } from "./columns.ts";
import { withMember } from "./document.ts";
import { readValueList } from "./value-list.ts";

/**
 * The parameter with what was written into one of its cells; an empty text takes away what is optional. What is merely wrong
 * (an example that breaks its own rules) is taken, for the findings to name; only what the file has no place for is refused.
 * Code: `cell.unreadable`.
 */
export function withCell(parameter: Parameter, column: ColumnId, text: string): Result<Parameter> {
  switch (column) {
    case "name":
      return text.trim() === "" ? refuse(NO_NAME) : success({ ...parameter, name: text.trim() });
    case "type":
      return withType(parameter, text);
    case "required":
    case "monetary":
      return withYesNo(parameter, column, text);
    case "format":
      return withFormat(parameter, text);
    case "enum":
      return success(withAllowed(parameter, text));
    case "maxLength":
    case "minimum":
    case "maximum":
      return withLimit(parameter, column, text);
    case "example":
      return success(
        text === ""
          ? without(parameter, column)
          : withScalars(parameter, column, readScalar(text, parameter.type)),
      );
    case "description":
      return success(withMember(parameter, "description", text === "" ? undefined : text));
    default:
      return assertNever(column);
  }
}

const NO_NAME = "A parameter needs a name. To take it away, delete its row.";

function withType(parameter: Parameter, text: string): Result<Parameter> {
  const read = readType(text);
  if (read === null) return refuse(`A type is string, number or boolean, not "${text}".`);
  const { type, format } = read;
  const typed = type === parameter.type ? parameter : retyped(parameter, type);
  // A date, an email or a link is a string of a format.
  return success(format === undefined || typed.format !== undefined ? typed : { ...typed, format });
}

/** Values follow their type where that is certain, and else stay, for the findings to name. */
function retyped(parameter: Parameter, type: ParameterType): Parameter {
  const read = (name: "enum" | "example") =>
    plainTexts(parameter, name).map((text) => readScalar(text, type));
  const [example] = read("example");
  const typed = { ...parameter, type };
  const withValues = parameter.enum === undefined ? typed : withScalars(typed, "enum", read("enum"));
  return example === undefined ? withValues : withScalars(withValues, "example", example);
}

function withYesNo(parameter: Parameter, column: "required" | "monetary", text: string): Result<Parameter> {
  const isSo = text.trim() === "" ? false : readYesNo(text);
  if (isSo === undefined) return refuse(`Write yes or no, not "${text}".`);
  return success(withMember(parameter, column, isSo ? true : undefined));
}

function withFormat(parameter: Parameter, text: string): Result<Parameter> {
  if (text.trim() === "") return success(withMember(parameter, "format", undefined));
  const format = readFormat(text);
  if (format === null) return refuse(`A format is email, url or date-time, or nothing, not "${text}".`);
  return success({ ...parameter, format });
}

function withAllowed(parameter: Parameter, text: string): Parameter {
  const values = readValueList(text).map((part) => readScalar(part, parameter.type));
  return values.length === 0 ? without(parameter, "enum") : withScalars(parameter, "enum", values);
}

function withLimit(
  parameter: Parameter,
  column: "maxLength" | "minimum" | "maximum",
  text: string,
): Result<Parameter> {
  if (text.trim() === "") return success(without(parameter, column));
  const number = readNumber(text);
  if (number !== null && (column !== "maxLength" || isLength(number.value))) {
    return success(withScalars(parameter, column, number));
  }
  return refuse(
    column === "maxLength"
      ? `A length is a whole number above 0, not "${text}".`
      : `A limit is a number, such as 0 or 99.5, not "${text}".`,
  );
}

function isLength(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

/** Without a member, and without the digits that it had, which another value of the same size would get else. */
function without(parameter: Parameter, column: "enum" | "example" | "maxLength" | "minimum" | "maximum") {
  return withoutDigits(withMember(parameter, column, undefined), column);
}

function refuse(message: string): Result<Parameter> {
  return failure("cell.unreadable", message);
}
