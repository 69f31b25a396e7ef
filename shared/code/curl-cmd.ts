import { toBytes } from "../redaction/bytes.ts";
import { encodeBase64 } from "./base64.ts";
import {
  needsToken,
  TOKEN_VARIABLE,
  type CodeHeader,
  type CodePart,
  type PreparedRequest,
} from "./code-request.ts";
import { curlFlags, curlHeaderLines } from "./curl-options.ts";
import { partExpression, program, when, type Expressions } from "./expressions.ts";
import { isPlainAscii } from "./string-literal.ts";

/** cmd.exe takes no line of 8,192 characters. */
const LONGEST_LINE = 8000;
const BODY_FILE = "optievent-body.txt";
const HEADER_FILE = "optievent-header.txt";

/** In a command of PowerShell that stands between double quotes. */
const WRITE: Expressions = {
  text: (text) => `'${text.replaceAll("'", "''")}'`,
  token: `$env:${TOKEN_VARIABLE}`,
  tokenInJson: "",
  signature: "$s",
};

/**
 * For cmd.exe, typed or as a batch file. The body is an argument where that carries it: visible ASCII without `%` and `!`,
 * which a typed line and a batch file read differently. Otherwise Windows' own PowerShell hands curl the bytes, fills in the
 * token and signs. An address with `%` is for a typed line; a batch file wants each written twice.
 */
export function writeCmdCurl(request: PreparedRequest): string {
  const { body, isSigned, hasTokenInBody } = request;
  const text = body.map(referenceText).join("");
  const isArgument = !isSigned && !hasTokenInBody && isCarried(text);
  const lines = curlHeaderLines(request);
  const inFile = lines.find(({ value }) => value.some(({ kind }) => kind !== "text"));
  const options = [
    ...curlFlags(request),
    ...lines.map((line) => `--header ${line === inFile ? fileArgument(HEADER_FILE) : headerArgument(line)}`),
    isArgument ? `--data-raw ${quote(text)}` : "--data-binary @-",
  ];
  const curl = [`curl.exe ${quote(request.url)}`, ...options].join(" ^\n  ");
  const source = isArgument ? null : bodySource(text);
  const read = source === null ? "" : readBody(source, hasTokenInBody);
  return program(
    when(request.url.includes("%"), "rem In a batch file write each percent sign of the address twice."),
    when(
      needsToken(request),
      `if not defined ${TOKEN_VARIABLE} echo Set ${TOKEN_VARIABLE} to the token of the tenant.`,
    ),
    source?.lines ?? [],
    inFile === undefined ? [] : powerShell(`${read}${writeHeader(inFile)}`),
    source === null ? curl : `${powerShell(`${read}${PRINT_BODY}`)} | ${curl}`,
    when((source?.lines.length ?? 0) > 0, `del ${fileName(BODY_FILE)}`),
    when(inFile !== undefined, `del ${fileName(HEADER_FILE)}`),
  );
}

function isCarried(text: string): boolean {
  return (
    isPlainAscii(text.replaceAll("\n", "")) && !/[%!]/.test(text) && quote(text).length <= LONGEST_LINE / 2
  );
}

/**
 * Quotes for the program, in which backslashes count only before a quote; then, where cmd.exe itself would see the end of
 * quotes or a line, carets for all of it. A line feed needs an empty line behind its caret.
 */
function quote(text: string): string {
  const forProgram = text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1");
  if (!/["\n]/.test(text)) return `"${forProgram}"`;
  const forCmd = forProgram.replace(/[^A-Za-z0-9 _\-:=+~'/.,?;*`\\]/g, (character) =>
    character === "\n" ? "^\n\n" : `^${character}`,
  );
  return `^"${forCmd}^"`;
}

function headerArgument({ value }: CodeHeader): string {
  return quote(value.map((part) => (part.kind === "text" ? part.text : "")).join(""));
}

function fileName(name: string): string {
  return `"%TEMP%\\${name}"`;
}

function fileArgument(name: string): string {
  return `"@%TEMP%\\${name}"`;
}

function referenceText(part: CodePart): string {
  return part.kind === "text" ? part.text : `{{secret:${part.kind}}}`;
}

/** The body in Base64: within the command where that stays short enough, else line by line in a file. */
type BodySource = { readonly expression: string; readonly lines: readonly string[] };

function bodySource(text: string): BodySource {
  const encoded = encodeBase64(toBytes(text));
  if (encoded.length <= LONGEST_LINE / 2) return { expression: `'${encoded}'`, lines: [] };
  const pieces = encoded.match(new RegExp(`.{1,${LONGEST_LINE / 2}}`, "g")) ?? [];
  return {
    expression: `[IO.File]::ReadAllText($env:TEMP+'\\${BODY_FILE}')`,
    lines: pieces.map((piece, index) => `${index === 0 ? ">" : ">>"}${fileName(BODY_FILE)} echo ${piece}`),
  };
}

function readBody({ expression }: BodySource, hasToken: boolean): string {
  const read = `$b=[Convert]::FromBase64String(${expression});`;
  return hasToken ? `${read}${FILL_TOKEN}` : read;
}

const FILL_TOKEN = [
  `$t=[regex]::Replace($env:${TOKEN_VARIABLE},'[\\x00-\\x1f\\x22\\\\]',{$c=[int][char]$args[0].Value;`,
  "$e=@{8='\\b';9='\\t';10='\\n';12='\\f';13='\\r';34='\\'+[char]34;92='\\\\'};",
  "if($e.ContainsKey($c)){$e[$c]}else{'\\u{0:x4}' -f $c}});",
  "$b=[Text.Encoding]::UTF8.GetBytes([Text.Encoding]::UTF8.GetString($b).Replace('{{secret:token}}',$t));",
].join("");

const PRINT_BODY = "[Console]::OpenStandardOutput().Write($b,0,$b.Length)";

/** cmd.exe cannot put what a program prints into a variable in a way that works both typed and in a batch file. */
function writeHeader({ value }: CodeHeader): string {
  const line = value.map((part) => partExpression(part, WRITE, false)).join("+");
  const sign = value.some(({ kind }) => kind === "signature") ? SIGN : "";
  return `${sign}[IO.File]::WriteAllText($env:TEMP+'\\${HEADER_FILE}',${line})`;
}

const SIGN = [
  `$h=[Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes($env:${TOKEN_VARIABLE}));`,
  "$s=[BitConverter]::ToString($h.ComputeHash($b)).Replace('-','').ToLowerInvariant();",
].join("");

function powerShell(command: string): string {
  return `powershell -NoProfile -Command "${command}"`;
}
