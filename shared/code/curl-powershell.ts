import { needsToken, TOKEN_VARIABLE, type PreparedRequest } from "./code-request.ts";
import { curlFlags, curlHeaderLines } from "./curl-options.ts";
import { bodyExpressions, program, valueExpression, when, type Expressions } from "./expressions.ts";
import { hexadecimal, isPlainAscii, writeLiteral } from "./string-literal.ts";

const WRITE: Expressions = {
  text: powerShellText,
  token: `$env:${TOKEN_VARIABLE}`,
  tokenInJson: "$tokenInJson",
  signature: "$signature",
};

/**
 * For Windows PowerShell 5.1 and PowerShell 7. The two hand quotes in arguments and bytes in pipes to programs in different
 * ways, so the body goes through a file, which is removed afterwards.
 */
export function writePowerShellCurl(request: PreparedRequest): string {
  const { isSigned, hasTokenInBody } = request;
  const options = [
    ...curlFlags(request),
    ...curlHeaderLines(request).map((header) => {
      const value = valueExpression(header, WRITE, " + ");
      return `--header ${header.value.length > 1 ? `(${value})` : value}`;
    }),
    '--data-binary "@$file"',
  ];
  return program(
    when(
      needsToken(request),
      `if (-not $env:${TOKEN_VARIABLE}) { throw 'Set $env:${TOKEN_VARIABLE} to the token of the tenant.' }`,
    ),
    when(hasTokenInBody, TOKEN_IN_JSON),
    "$body = [Text.Encoding]::UTF8.GetBytes(-join @(",
    bodyExpressions(request, WRITE).map((expression) => `  ${expression}`),
    "))",
    when(isSigned, SIGNING),
    "$file = [IO.Path]::GetTempFileName()",
    "try {",
    "  [IO.File]::WriteAllBytes($file, $body)",
    `  ${[`curl.exe ${powerShellText(request.url)}`, ...options].join(" `\n    ")}`,
    "} finally {",
    "  Remove-Item $file",
    "}",
  );
}

/** A text as an expression. PowerShell takes curly quotes for quotes, and its old editions other letters for Latin ones. */
function powerShellText(text: string): string {
  const line = text.replace(/\n$/, "");
  if (!isPlainAscii(line)) return doubleQuoted(text);
  const quoted = `'${line.replaceAll("'", "''")}'`;
  return line === text ? quoted : `${quoted} + "\`n"`;
}

function doubleQuoted(text: string): string {
  return writeLiteral(text, {
    quote: '"',
    escapes: { '"': '`"', "`": "``", $: "`$", "\n": "`n", "\r": "`r", "\t": "`t" },
    escapeCodePoint: (codePoint) => {
      const units = String.fromCodePoint(codePoint);
      return Array.from(
        { length: units.length },
        (_, index) => `$([char]0x${hexadecimal(units.charCodeAt(index), 4)})`,
      ).join("");
    },
    isAsciiOnly: true,
  });
}

const TOKEN_IN_JSON = `# The token as it stands within a JSON string.
$escapes = @{ 8 = '\\b'; 9 = '\\t'; 10 = '\\n'; 12 = '\\f'; 13 = '\\r'; 34 = '\\"'; 92 = '\\\\' }
$tokenInJson = [regex]::Replace($env:${TOKEN_VARIABLE}, '[\\x00-\\x1f"\\\\]', {
  $code = [int][char]$args[0].Value
  if ($escapes.ContainsKey($code)) { $escapes[$code] } else { '\\u{0:x4}' -f $code }
})`;

const SIGNING = [
  `$hmac = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes($env:${TOKEN_VARIABLE}))`,
  "$signature = [BitConverter]::ToString($hmac.ComputeHash($body)).Replace('-', '').ToLowerInvariant()",
].join("\n");
