import type { JsonNode, JsonObject } from "../json/types.ts";
import { lastMember } from "../json/path.ts";
import { saysNothing, type BodyStatement } from "./body-statement.ts";
import { kindInWords, membersNamed, oneLine } from "./members.ts";

/** What the vendor puts before the reason of a refusal. */
const REFUSAL_PREFIX = /^Failed to validate the event with the following errors?\s*[-:]\s*/i;

/** The documented reference is a number of 16 digits, written as a string. */
const DOCUMENTED_REFERENCE = /^\d{16}$/;

/**
 * Reads `{"status":"success","message":"1147206418897270"}` and `{"status":"error","message":"..."}`
 * (OPTIMOVE-API.md section 3). A success without a reference is no documented shape; an error without a reason still
 * says error.
 */
export function readOptiEventBody(root: JsonObject): BodyStatement {
  const statuses = membersNamed(root, "status");
  const status = statuses.at(-1);
  if (status === undefined) return saysNothing("has no `status`");
  if (statuses.some((other) => other.kind !== "string" || !isSameString(other, status))) {
    return saysNothing(
      statuses.length > 1 ? "has `status` more than once, with different values" : describeStatus(status),
    );
  }
  const message = lastMember(root, "message")?.value;
  if (isSameString(status, "success")) return readSuccess(message);
  if (isSameString(status, "error")) return readError(message);
  return saysNothing(describeStatus(status));
}

function isSameString(node: JsonNode, other: JsonNode | string): boolean {
  if (node.kind !== "string") return false;
  if (typeof other === "string") return node.value === other;
  return other.kind === "string" && other.value === node.value;
}

function describeStatus(status: JsonNode): string {
  return status.kind === "string"
    ? `has the status "${oneLine(status.value, 60)}", which is neither "success" nor "error"`
    : `has a \`status\` that is ${kindInWords(status)}`;
}

function readSuccess(message: JsonNode | undefined): BodyStatement {
  if (message === undefined) return saysNothing('has the status "success" but no `message` with a reference');
  if (message.kind === "number") {
    const remark = `The reference ${message.text} is a JSON number, though documented as a string; its digits are kept here as written.`;
    return { says: "success", reference: message.text, remarks: [remark] };
  }
  if (message.kind !== "string") {
    return saysNothing(`has the status "success" and a \`message\` that is ${kindInWords(message)}`);
  }
  if (message.value.trim() === "") return saysNothing('has the status "success" and an empty `message`');
  if (REFUSAL_PREFIX.test(message.value)) {
    return saysNothing('has the status "success" and a `message` that speaks of a refusal');
  }
  const remarks = DOCUMENTED_REFERENCE.test(message.value)
    ? []
    : ["The reference is not the 16 digits of the documents."];
  return { says: "success", reference: message.value, remarks };
}

function readError(message: JsonNode | undefined): BodyStatement {
  if (message?.kind === "string" && message.value.trim() !== "") {
    return { says: "error", reason: message.value.replace(REFUSAL_PREFIX, ""), remarks: [] };
  }
  const remark =
    message === undefined || message.kind === "string"
      ? "The refusal gives no reason."
      : `The refusal's \`message\` is ${kindInWords(message)}, though documented as a string.`;
  return { says: "error", reason: null, remarks: [remark] };
}
