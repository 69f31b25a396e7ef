import { toBytes } from "../redaction/bytes.ts";
import { needsToken, TOKEN_VARIABLE, type CodePart, type PreparedRequest } from "./code-request.ts";
import { curlFlags, curlHeaderLines } from "./curl-options.ts";
import { partExpression, program, when, type Expressions } from "./expressions.ts";
import { hasInvisible, literalPieces, writeLiteral } from "./string-literal.ts";

/** Linux takes no argument of 128 KiB; `printf` is part of the shell, where there is no such limit. */
const LONGEST_ARGUMENT = 100_000;

const WRITE: Expressions = {
  text: quote,
  token: `"$${TOKEN_VARIABLE}"`,
  tokenInJson: "token_in_json",
  signature: '"$signature"',
};

/**
 * For any POSIX shell, typed or as a script. The body is an argument where that carries it, and otherwise printed into
 * curl: null bytes and carriage returns as escapes, the token from the environment, and signed by `openssl`.
 */
export function writePosixCurl(request: PreparedRequest): string {
  const { body, isSigned, hasTokenInBody } = request;
  const text = body.map((part) => (part.kind === "text" ? part.text : "")).join("");
  const isArgument =
    !isSigned && !hasTokenInBody && !hasInvisible(text) && toBytes(text).length <= LONGEST_ARGUMENT;
  const data = isArgument ? `--data-raw ${quote(text)}` : "--data-binary @-";
  const headers = curlHeaderLines(request).map(
    ({ value }) => `--header ${value.map((part) => partExpression(part, WRITE, false)).join("")}`,
  );
  const command = [`curl ${quote(request.url)}`, ...curlFlags(request), ...headers, data].join(" \\\n  ");
  return program(
    when(
      needsToken(request),
      `: "\${${TOKEN_VARIABLE}:?Set it to the token of the tenant.}"`,
      `export ${TOKEN_VARIABLE}`,
    ),
    when(hasTokenInBody, TOKEN_IN_JSON),
    when(!isArgument, "request_body() {", ...bodyCommands(body), "}"),
    when(isSigned, SIGNING),
    isArgument ? command : `request_body | ${command}`,
  );
}

function bodyCommands(body: readonly CodePart[]): string[] {
  const commands = body.flatMap((part) =>
    part.kind === "text" ? printCommands(part.text) : [WRITE.tokenInJson],
  );
  return (commands.length === 0 ? ["printf ''"] : commands).map((command) => `  ${command}`);
}

function printCommands(text: string): string[] {
  if (hasInvisible(text)) return literalPieces(text).map((piece) => `printf ${printfFormat(piece)}`);
  const pieces = text.length <= LONGEST_ARGUMENT ? [text] : literalPieces(text);
  return pieces.map((piece) => `printf '%s' ${quote(piece)}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** What begins with a dash would be read as an option. */
function printfFormat(text: string): string {
  if (text.startsWith("-")) return printfFormat(text.slice(1)).replace("'", "'\\055");
  return writeLiteral(text, {
    quote: "'",
    escapes: { "'": "'\\''", "%": "%%", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" },
    escapeCodePoint: (codePoint) => Array.from(toBytes(String.fromCodePoint(codePoint)), octal).join(""),
  });
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, "0")}`;
}

const TOKEN_IN_JSON = `# Prints the token as it stands within a JSON string.
token_in_json() {
  LC_ALL=C awk 'BEGIN {
    for (code = 1; code < 32; code++) escape[sprintf("%c", code)] = sprintf("\\\\u%04x", code)
    escape["\\b"] = "\\\\b"; escape["\\f"] = "\\\\f"; escape["\\n"] = "\\\\n"; escape["\\r"] = "\\\\r"; escape["\\t"] = "\\\\t"
    escape["\\""] = "\\\\\\""; escape["\\\\"] = "\\\\\\\\"
    token = ENVIRON["${TOKEN_VARIABLE}"]
    for (at = 1; at <= length(token); at++) {
      character = substr(token, at, 1)
      printf "%s", (character in escape) ? escape[character] : character
    }
  }'
}`;

const SIGNING = `signature=$(request_body | openssl dgst -sha256 -hmac "$${TOKEN_VARIABLE}" -binary | od -An -v -tx1 | tr -d ' \\n')`;
