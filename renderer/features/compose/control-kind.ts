import type { ParameterType } from "../../../shared/domain/catalog.ts";
import type { FormRow } from "../../../shared/form/form.ts";
import { assertNever } from "../../../shared/result/result.ts";

export type ControlKind = "text" | "moment" | "boolean" | "choice" | "source";

/** Which control shows the value. A value that the declared type's control cannot show is shown as its JSON source. */
export function controlKind(row: FormRow, type: ParameterType): ControlKind {
  const { state } = row.value;
  if (state === "null" || state === "other") return "source";
  if (row.declared?.enum !== undefined) return "choice";
  switch (type) {
    case "string":
      if (row.declared?.format === "date-time" && state !== "number" && state !== "boolean") return "moment";
      return state === "boolean" ? "source" : "text";
    case "number":
      return state === "boolean" ? "source" : "text";
    case "boolean":
      return state === "boolean" || state === "notSent" ? "boolean" : "source";
    default:
      return assertNever(type);
  }
}
