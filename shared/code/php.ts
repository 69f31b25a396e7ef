import { headerLine, needsToken, TOKEN_VARIABLE, type PreparedRequest } from "./code-request.ts";
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
    escapes: { ...COMMON_ESCAPES, '"': '\\"', $: "\\$" },
    escapeCodePoint: (codePoint) => `\\u{${hexadecimal(codePoint, 1)}}`,
  });
}

const JSON_OPTIONS = "JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS";

const WRITE: Expressions = {
  text,
  token: "$token",
  tokenInJson: `substr(json_encode($token, ${JSON_OPTIONS}), 1, -1)`,
  signature: "$signature",
};

/** A script for PHP 7.1 and newer with the extension `curl`. */
export function writePhp(request: PreparedRequest): string {
  const headers = request.headers.map((header) => valueExpression(headerLine(header), WRITE, " . "));
  return program(
    "<?php",
    "// PHP 7.1 or newer with the extension curl. Save as send-event.php, then run: php send-event.php",
    "",
    when(
      needsToken(request),
      `$token = getenv("${TOKEN_VARIABLE}");`,
      'if ($token === false || $token === "") {',
      `    fwrite(STDERR, "Set ${TOKEN_VARIABLE} to the token of the tenant.\\n");`,
      "    exit(2);",
      "}",
      "",
    ),
    "// Exactly these bytes are sent: written anew, the JSON could be another text.",
    '$body = implode("", [',
    indented(bodyExpressions(request, WRITE), "    "),
    "]);",
    when(request.isSigned, '$signature = hash_hmac("sha256", $body, $token);'),
    "",
    `$request = curl_init(${text(request.url)});`,
    "curl_setopt_array($request, [",
    "    CURLOPT_POST => true,",
    "    CURLOPT_POSTFIELDS => $body,",
    "    CURLOPT_RETURNTRANSFER => true,",
    "    CURLOPT_HTTPHEADER => [",
    indented([...headers, '"Expect:"'], "        "),
    "    ],",
    "]);",
    "$answer = curl_exec($request);",
    "if ($answer === false) {",
    '    fwrite(STDERR, curl_error($request) . "\\n");',
    "    exit(1);",
    "}",
    'echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), "\\n", $answer, "\\n";',
  );
}
