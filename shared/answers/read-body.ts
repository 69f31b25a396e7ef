import type { Api } from "../domain/tenant.ts";
import { parseJson } from "../json/parse.ts";
import type { JsonNode, JsonProblem } from "../json/types.ts";
import { assertNever } from "../result/result.ts";
import { saysNothing, type BodyStatement } from "./body-statement.ts";
import { lastMember } from "../json/path.ts";
import { kindInWords, oneLine } from "./members.ts";
import { readOptiEventBody } from "./optievent-shape.ts";
import { readRealtimeBody } from "./realtime-shape.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** In UTF-16 units. The longest answer is a pop-up's HTML; reading more would hold up whoever waits for it. */
const LONGEST_READ = 400_000;

/** How the body came: `truncated`, only its beginning was kept; `encoding`, its Content-Encoding, which no request asks for. */
type BodyForm = { readonly truncated: boolean; readonly encoding: string | null };

/** What the body says, for any text. */
export function readBody(api: Api, body: string, { truncated, encoding }: BodyForm): BodyStatement {
  const hasMark = body.startsWith(BYTE_ORDER_MARK);
  const text = hasMark ? body.slice(1) : body;
  const statement = encoding === null ? readText(api, text, truncated) : readEncoded(api, text, encoding);
  if (!hasMark) return statement;
  return { ...statement, remarks: [...statement.remarks, "The body starts with a byte-order mark."] };
}

/** Some servers say that a body is compressed which is not. */
function readEncoded(api: Api, text: string, encoding: string): BodyStatement {
  const parsed = text.length > LONGEST_READ ? null : parseJson(text);
  if (parsed?.ok === true) return readDocument(api, parsed.root);
  const advice = "Save the body and unpack it to read it, or have the server answer without compression.";
  return saysNothing(`is compressed (${oneLine(encoding, 40)}), which the request had not asked for`, [
    advice,
  ]);
}

function readText(api: Api, text: string, truncated: boolean): BodyStatement {
  const content = text.trim();
  if (content === "") return saysNothing("is empty");
  if (content.startsWith("<")) return saysNothing(describeMarkup(content));
  if (text.length > LONGEST_READ) return saysNothing("is far longer than any answer of the API");
  const parsed = parseJson(text);
  if (parsed.ok) return readDocument(api, parsed.root);
  if (truncated) return saysNothing("was cut off by the console's size limit and cannot be read as a whole");
  const startsLikeJson = content.startsWith("{") || content.startsWith("[") || content.startsWith('"');
  if (!startsLikeJson) return saysNothing("is plain text", [`The text begins: ${oneLine(content, 200)}`]);
  const endsTooEarly = isCutAtEnd(text.trimEnd(), parsed.problem);
  return saysNothing(
    endsTooEarly ? "is JSON that stops before its end" : "is not valid JSON",
    endsTooEarly ? [] : [`What is wrong with the JSON: ${oneLine(parsed.problem.message)}`],
  );
}

/** Whether what stands at the problem is the beginning of something that the end of the text cut off. */
function isCutAtEnd(text: string, { offset, length }: JsonProblem): boolean {
  const rest = text.slice(offset);
  if (rest === "") return true;
  if (rest.startsWith('"')) return offset + length >= text.length;
  return /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|-?\d+\.|-?\d+(?:\.\d+)?[eE][+-]?|\\u?[0-9a-fA-F]{0,3})$/.test(
    rest,
  );
}

/** Pages of proxies and load balancers mostly say what happened in their title. */
function describeMarkup(content: string): string {
  const isPage = /^<(!doctype html|html|head|body)\b/i.test(content);
  const title = /<title[^>]{0,200}>([^<]{1,300})/i.exec(content.slice(0, 20_000))?.[1];
  const kind = isPage || title !== undefined ? "is an HTML page" : "is markup, not JSON";
  return title === undefined ? kind : `${kind} with the title "${oneLine(title, 120)}"`;
}

function readDocument(api: Api, root: JsonNode): BodyStatement {
  if (root.kind !== "object") return saysNothing(describeNonObject(root));
  const statement = readShape(api, root);
  if (statement.says !== "nothing") return statement;
  const other = api === "optievent" ? "realtime" : "optievent";
  const marker = other === "optievent" ? "status" : "IsSuccess";
  if (lastMember(root, marker) === undefined || readShape(other, root).says === "nothing") return statement;
  const name = other === "optievent" ? "OptiEvent" : "Realtime";
  const remark = `The body is an answer of the ${name} API. Check that the endpoint belongs to the API that was chosen.`;
  return { ...statement, remarks: [...statement.remarks, remark] };
}

function describeNonObject(root: JsonNode): string {
  if (root.kind !== "string") return `is ${kindInWords(root)}, not an object`;
  return parseJson(root.value).ok
    ? "is a string that contains JSON: it was encoded twice"
    : "is a string, not an object";
}

function readShape(api: Api, root: JsonNode & { kind: "object" }): BodyStatement {
  switch (api) {
    case "optievent":
      return readOptiEventBody(root);
    case "realtime":
      return readRealtimeBody(root);
    default:
      return assertNever(api);
  }
}
