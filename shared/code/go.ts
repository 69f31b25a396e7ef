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
  tokenInJson: "inJSON(token)",
  signature: "signature",
};

/** `encoding/json` escapes more than JSON asks for, and other versions other characters. */
const IN_JSON = `
// inJSON writes a text as it stands between the quotes of a JSON string.
func inJSON(text string) string {
	short := map[rune]string{'"': "\\\\\\"", '\\\\': "\\\\\\\\", '\\b': "\\\\b", '\\f': "\\\\f", '\\n': "\\\\n", '\\r': "\\\\r", '\\t': "\\\\t"}
	var written strings.Builder
	for _, character := range text {
		if escape, ok := short[character]; ok {
			written.WriteString(escape)
		} else if character < ' ' {
			fmt.Fprintf(&written, "\\\\u%04x", character)
		} else {
			written.WriteRune(character)
		}
	}
	return written.String()
}`;

/** A program for Go 1.16 and newer with its own packages alone. */
export function writeGo(request: PreparedRequest): string {
  const hasToken = needsToken(request);
  const { isSigned, hasTokenInBody } = request;
  const headers = request.headers.map(
    (header) => `	request.Header.Set(${text(header.name)}, ${valueExpression(header, WRITE, " + ")})`,
  );
  return program(
    "// Go 1.16 or newer. Save as main.go, then run: go run main.go",
    "package main",
    "",
    "import (",
    indented(imports(isSigned, hasToken), "	", ""),
    ")",
    "",
    "func main() {",
    when(
      hasToken,
      `	token := os.Getenv("${TOKEN_VARIABLE}")`,
      '	if token == "" {',
      `		log.Fatal("Set ${TOKEN_VARIABLE} to the token of the tenant.")`,
      "	}",
      "",
    ),
    "	// Exactly these bytes are sent: written anew, the JSON could be another text.",
    "	body := []byte(strings.Join([]string{",
    indented(bodyExpressions(request, WRITE), "		"),
    '	}, ""))',
    when(
      isSigned,
      "	mac := hmac.New(sha256.New, []byte(token))",
      "	mac.Write(body)",
      "	signature := hex.EncodeToString(mac.Sum(nil))",
    ),
    "",
    `	request, err := http.NewRequest(http.MethodPost, ${text(request.url)}, bytes.NewReader(body))`,
    "	if err != nil {",
    "		log.Fatal(err)",
    "	}",
    headers,
    "	client := &http.Client{",
    "		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },",
    "	}",
    "	response, err := client.Do(request)",
    "	if err != nil {",
    "		log.Fatal(err)",
    "	}",
    "	defer response.Body.Close()",
    "	answer, err := io.ReadAll(response.Body)",
    "	if err != nil {",
    "		log.Fatal(err)",
    "	}",
    "	fmt.Println(response.Status)",
    "	fmt.Println(string(answer))",
    "}",
    when(hasTokenInBody, ...IN_JSON.split("\n")),
  );
}

function imports(isSigned: boolean, hasToken: boolean): readonly string[] {
  const signing = isSigned ? ["crypto/hmac", "crypto/sha256", "encoding/hex"] : [];
  const names = ["bytes", ...signing, "fmt", "io", "log", "net/http", ...(hasToken ? ["os"] : []), "strings"];
  return names.map((name) => `"${name}"`);
}
