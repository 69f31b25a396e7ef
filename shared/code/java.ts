import { needsToken, TOKEN_VARIABLE, type PreparedRequest } from "./code-request.ts";
import { bodyExpressions, program, valueExpression, when, type Expressions } from "./expressions.ts";
import { COMMON_ESCAPES, hexadecimal, writeLiteral } from "./string-literal.ts";

/** What the compiler makes of other letters depends on the computer's encoding, so they are escaped. */
function text(content: string): string {
  return writeLiteral(content, {
    quote: '"',
    escapes: { ...COMMON_ESCAPES, '"': '\\"' },
    escapeCodePoint,
    isAsciiOnly: true,
  });
}

/** `\u` is replaced before Java reads quotes, so what it must not do, end the line, is written in octal. */
function escapeCodePoint(codePoint: number): string {
  if (codePoint < 0x80) return `\\${codePoint.toString(8).padStart(3, "0")}`;
  const units = String.fromCodePoint(codePoint);
  return Array.from(
    { length: units.length },
    (_, index) => `\\u${hexadecimal(units.charCodeAt(index), 4)}`,
  ).join("");
}

const WRITE: Expressions = {
  text,
  token: "token",
  tokenInJson: "inJson(token)",
  signature: "signature",
};

const IN_JSON = `
    /** A text as it stands between the quotes of a JSON string. */
    static String inJson(String text) {
        StringBuilder written = new StringBuilder();
        for (char unit : text.toCharArray()) {
            int known = "\\"\\\\\\b\\f\\n\\r\\t".indexOf(unit);
            if (known >= 0) written.append('\\\\').append("\\"\\\\bfnrt".charAt(known));
            else if (unit < ' ') written.append(String.format("\\\\u%04x", (int) unit));
            else written.append(unit);
        }
        return written.toString();
    }`;

const IMPORTS = [
  "java.net.URI",
  "java.net.http.HttpClient",
  "java.net.http.HttpRequest",
  "java.net.http.HttpResponse",
];

/** A program for Java 11 and newer with its own classes alone. */
export function writeJava(request: PreparedRequest): string {
  const { isSigned, hasTokenInBody } = request;
  const headers = request.headers.map(
    (header) => `            .header(${text(header.name)}, ${valueExpression(header, WRITE, " + ")})`,
  );
  const imports = [
    ...(isSigned ? ["java.math.BigInteger"] : []),
    ...IMPORTS,
    "java.nio.charset.StandardCharsets",
    ...(isSigned ? ["javax.crypto.Mac", "javax.crypto.spec.SecretKeySpec"] : []),
  ];
  return program(
    "// Java 11 or newer. Save as SendEvent.java, then run: java SendEvent.java",
    imports.map((name) => `import ${name};`),
    "",
    "public class SendEvent {",
    "    public static void main(String[] arguments) throws Exception {",
    when(
      needsToken(request),
      `        String token = System.getenv("${TOKEN_VARIABLE}");`,
      "        if (token == null || token.isEmpty()) {",
      `            throw new IllegalStateException("Set ${TOKEN_VARIABLE} to the token of the tenant.");`,
      "        }",
      "",
    ),
    "        // Exactly these bytes are sent: written anew, the JSON could be another text.",
    '        byte[] body = String.join("",',
    `            ${bodyExpressions(request, WRITE).join(",\n            ")}`,
    "        ).getBytes(StandardCharsets.UTF_8);",
    when(isSigned, ...SIGNING),
    "",
    `        HttpRequest request = HttpRequest.newBuilder(URI.create(${text(request.url)}))`,
    headers,
    "            .POST(HttpRequest.BodyPublishers.ofByteArray(body))",
    "            .build();",
    "        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();",
    "        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());",
    "        System.out.println(response.statusCode());",
    "        System.out.println(response.body());",
    "    }",
    when(hasTokenInBody, ...IN_JSON.split("\n")),
    "}",
  );
}

const SIGNING = [
  '        Mac mac = Mac.getInstance("HmacSHA256");',
  '        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));',
  '        String signature = String.format("%064x", new BigInteger(1, mac.doFinal(body)));',
];
