import { needsToken, TOKEN_VARIABLE, type PreparedRequest } from "./code-request.ts";
import { bodyExpressions, program, valueExpression, when, type Expressions } from "./expressions.ts";
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
  tokenInJson: "InJson(token)",
  signature: "signature",
};

/** `System.Text.Json` escapes more than JSON asks for. */
const IN_JSON = `
// A text as it stands between the quotes of a JSON string.
static string InJson(string text)
{
    var written = new StringBuilder();
    foreach (var unit in text)
    {
        var known = "\\"\\\\\\b\\f\\n\\r\\t".IndexOf(unit);
        if (known >= 0) written.Append('\\\\').Append("\\"\\\\bfnrt"[known]);
        else if (unit < ' ') written.Append("\\\\u").Append(((int)unit).ToString("x4"));
        else written.Append(unit);
    }
    return written.ToString();
}`;

/** A program for .NET 6 and newer with its own classes alone. */
export function writeCsharp(request: PreparedRequest): string {
  const { isSigned, hasTokenInBody } = request;
  const headers = request.headers.map((header) => {
    // Those of the content are refused among those of the request.
    const isOfContent = /^content-/i.test(header.name);
    const target = isOfContent ? "request.Content.Headers" : "request.Headers";
    const value = valueExpression(header, WRITE, " + ");
    return `${target}.TryAddWithoutValidation(${text(header.name)}, ${value});`;
  });
  return program(
    "// .NET 6 or newer. Save as Program.cs of a project made by: dotnet new console. Then run: dotnet run",
    "using System;",
    "using System.Net.Http;",
    when(isSigned, "using System.Security.Cryptography;"),
    "using System.Text;",
    "",
    when(
      needsToken(request),
      `var token = Environment.GetEnvironmentVariable("${TOKEN_VARIABLE}");`,
      "if (string.IsNullOrEmpty(token))",
      "{",
      `    Console.Error.WriteLine("Set ${TOKEN_VARIABLE} to the token of the tenant.");`,
      "    return 2;",
      "}",
      "",
    ),
    "// Exactly these bytes are sent: written anew, the JSON could be another text.",
    "var body = Encoding.UTF8.GetBytes(string.Concat(new[]",
    "{",
    `    ${bodyExpressions(request, WRITE).join(",\n    ")}`,
    "}));",
    when(
      isSigned,
      "using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(token));",
      "var signature = Convert.ToHexString(hmac.ComputeHash(body)).ToLowerInvariant();",
    ),
    "",
    "using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });",
    `using var request = new HttpRequestMessage(HttpMethod.Post, ${text(request.url)});`,
    "request.Content = new ByteArrayContent(body);",
    headers,
    "using var response = await client.SendAsync(request);",
    "Console.WriteLine((int)response.StatusCode);",
    "Console.WriteLine(await response.Content.ReadAsStringAsync());",
    "return 0;",
    when(hasTokenInBody, ...IN_JSON.split("\n")),
  );
}
