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
    quote: '"',
    escapes: { ...COMMON_ESCAPES, '"': '\\"' },
    escapeCodePoint: (codePoint) =>
      codePoint > 0xffff ? `\\U${hexadecimal(codePoint, 8)}` : `\\u${hexadecimal(codePoint, 4)}`,
  });
}

const WRITE: Expressions = {
  text,
  token: "token",
  tokenInJson: "json.dumps(token, ensure_ascii=False)[1:-1]",
  signature: "signature",
};

/** A script for Python 3 with the package `requests`. */
export function writePython(request: PreparedRequest): string {
  const hasToken = needsToken(request);
  const { isSigned, hasTokenInBody } = request;
  const headers = request.headers.map(
    (header) => `${text(header.name)}: ${valueExpression(header, WRITE, " + ")}`,
  );
  return program(
    "# Python 3 with requests (python3 -m pip install requests). Save as send_event.py, then run: python3 send_event.py",
    when(isSigned, "import hashlib", "import hmac"),
    when(hasTokenInBody, "import json"),
    when(hasToken, "import os", "import sys"),
    when(hasToken, ""),
    "import requests",
    "",
    when(
      hasToken,
      `token = os.environ.get("${TOKEN_VARIABLE}", "")`,
      'if token == "":',
      `    sys.exit("Set ${TOKEN_VARIABLE} to the token of the tenant.")`,
      "",
    ),
    "# Exactly these bytes are sent: written anew, the JSON could be another text.",
    'body = "".join([',
    indented(bodyExpressions(request, WRITE), "    "),
    ']).encode("utf-8")',
    when(isSigned, 'signature = hmac.new(token.encode("utf-8"), body, hashlib.sha256).hexdigest()'),
    "",
    "response = requests.post(",
    `    ${text(request.url)},`,
    "    headers={",
    indented(headers, "        "),
    "    },",
    "    data=body,",
    "    allow_redirects=False,",
    "    timeout=60,",
    ")",
    "print(response.status_code, response.reason)",
    "print(response.text)",
  );
}
