import { needsToken, TOKEN_VARIABLE, type PreparedRequest } from "./code-request.ts";
import {
  bodyExpressions,
  indented,
  program,
  valueExpression,
  when,
  type Expressions,
} from "./expressions.ts";
import { COMMON_ESCAPES, hexadecimal, writeLiteral } from "./string-literal.ts";

function text(content: string): string {
  return writeLiteral(content, {
    quote: "'",
    escapes: { ...COMMON_ESCAPES, "'": "\\'" },
    escapeCodePoint: (codePoint) => `\\u{${hexadecimal(codePoint, 1)}}`,
  });
}

const WRITE: Expressions = {
  text,
  token: "token",
  tokenInJson: "JSON.stringify(token).slice(1, -1)",
  signature: "signature",
};

/** A module for Node 18 and newer. */
export function writeNode(request: PreparedRequest): string {
  const hasToken = needsToken(request);
  const { isSigned } = request;
  const headers = request.headers.map(
    (header) => `${text(header.name)}: ${valueExpression(header, WRITE, " + ")}`,
  );
  return program(
    "// Node 18 or newer. Save as send-event.mjs, then run: node send-event.mjs",
    when(isSigned, "import { createHmac } from 'node:crypto';"),
    "",
    when(
      hasToken,
      `const token = process.env.${TOKEN_VARIABLE};`,
      "if (!token) {",
      `  console.error('Set ${TOKEN_VARIABLE} to the token of the tenant.');`,
      "  process.exit(2);",
      "}",
      "",
    ),
    "// Exactly these bytes are sent: written anew, the JSON could be another text.",
    "const body = Buffer.from(",
    "  [",
    indented(bodyExpressions(request, WRITE), "    "),
    "  ].join(''),",
    ");",
    when(isSigned, "const signature = createHmac('sha256', token).update(body).digest('hex');"),
    "",
    `const response = await fetch(${text(request.url)}, {`,
    "  method: 'POST',",
    "  headers: {",
    indented(headers, "    "),
    "  },",
    "  body,",
    "  redirect: 'manual',",
    "});",
    "console.log(response.status, response.statusText);",
    "console.log(await response.text());",
  );
}
