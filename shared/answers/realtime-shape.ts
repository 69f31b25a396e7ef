import type { JsonObject } from "../json/types.ts";
import { lastMember } from "../json/path.ts";
import { saysNothing, type BodyStatement } from "./body-statement.ts";
import { kindInWords, membersNamed } from "./members.ts";

/**
 * Reads `{"IsSuccess": true, "Data": false}`, `Data` being HTML when a pop-up campaign fires, and `IsSuccess: false`
 * (OPTIMOVE-API.md section 3). A success without the documented `Data` is no documented shape.
 */
export function readRealtimeBody(root: JsonObject): BodyStatement {
  const flags = membersNamed(root, "IsSuccess");
  const flag = flags.at(-1);
  if (flag === undefined) return saysNothing("has no `IsSuccess`");
  if (flag.kind !== "boolean") return saysNothing(`has an \`IsSuccess\` that is ${kindInWords(flag)}`);
  if (flags.some((other) => other.kind !== "boolean" || other.text !== flag.text)) {
    return saysNothing("has `IsSuccess` more than once, with different values");
  }
  return flag.text === "true" ? readSuccess(root) : readRefusal(root);
}

function readSuccess(root: JsonObject): BodyStatement {
  const data = lastMember(root, "Data")?.value;
  if (data === undefined) return saysNothing("says `IsSuccess` but has no `Data`");
  if (data.kind === "string") {
    const remark = `A pop-up campaign fired: \`Data\` holds its content, ${data.value.length} characters. It is kept in the answer's body and not shown as a page.`;
    return { says: "success", reference: null, remarks: [remark] };
  }
  if (data.kind === "boolean" && data.text === "false")
    return { says: "success", reference: null, remarks: [] };
  return saysNothing(
    `says \`IsSuccess\` with a \`Data\` that is ${kindInWords(data)}, not false and not a string`,
  );
}

/** No document says where a refusal's reason stands; these are the members that carry text in answers of the kind. */
const REASON_MEMBERS = ["Data", "Message", "message", "Error", "error"];

function readRefusal(root: JsonObject): BodyStatement {
  for (const name of REASON_MEMBERS) {
    const member = lastMember(root, name)?.value;
    if (member?.kind === "string" && member.value.trim() !== "") {
      return { says: "error", reason: member.value, remarks: [] };
    }
  }
  return { says: "error", reason: null, remarks: ["The refusal gives no reason."] };
}
