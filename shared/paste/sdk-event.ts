import { removeMember } from "../json/edit.ts";
import { lastMember } from "../json/path.ts";
import type { JsonObject } from "../json/types.ts";

/** What the vendor's SDKs add to an OptiEvent body (OPTIMOVE-API.md section 1, "SDK stream event"). */
const ADDED = ["category", "origin", "metadata"] as const;
const METADATA = new Set([
  "realtime",
  "firstVisitorDate",
  "eventId",
  "requestId",
  "sdk_platform",
  "sdk_version",
  "validations",
]);

/** Whether an object is what an SDK posts. A server that merely sends a `metadata` of its own is not taken for one. */
export function isSdkEvent(object: JsonObject): boolean {
  const metadata = lastMember(object, "metadata")?.value;
  if (metadata?.kind === "object" && metadata.members.some(({ key }) => METADATA.has(key.value))) return true;
  return lastMember(object, "category") !== undefined && lastMember(object, "origin") !== undefined;
}

/** The body without what the SDK added, and a note that says so. */
export function withoutSdkMembers(text: string, object: JsonObject): { text: string; notes: string[] } {
  const present = ADDED.filter((name) => lastMember(object, name) !== undefined);
  const left = present.reduce((body, name) => removeMember(body, [name]), text);
  const notes = [
    `${listed(present)}, which the vendor's SDKs add, ${present.length === 1 ? "was" : "were"} left out.`,
  ];
  const said = sdkValidations(object);
  if (said.length > 0) notes.push(`The SDK itself noted: ${said.join("; ")}.`);
  return { text: left, notes };
}

/** What the SDK's own validation said, the first few. */
function sdkValidations(object: JsonObject): string[] {
  const metadata = lastMember(object, "metadata")?.value;
  const validations = metadata?.kind === "object" ? lastMember(metadata, "validations")?.value : undefined;
  if (validations?.kind !== "array") return [];
  return validations.items.slice(0, 3).flatMap((item) => {
    const message = item.kind === "object" ? lastMember(item, "message")?.value : undefined;
    return message?.kind === "string" ? [message.value.slice(0, 200)] : [];
  });
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
