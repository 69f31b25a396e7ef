/**
 * A JSON document as written: every node knows its span in the text, numbers keep their source digits, members keep
 * their order and their duplicates. Offsets count UTF-16 units.
 */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral;

export type Span = { readonly start: number; readonly end: number };

export type JsonObject = Span & { readonly kind: "object"; readonly members: readonly JsonMember[] };
export type JsonMember = { readonly key: JsonString; readonly value: JsonNode };
export type JsonArray = Span & { readonly kind: "array"; readonly items: readonly JsonNode[] };
/** `value` is the decoded string; the text between `start` and `end` includes the quotes. */
export type JsonString = Span & { readonly kind: "string"; readonly value: string };
/** `text` is the number as written: `12345678901234567890`, `100.00`, `1e400`. */
export type JsonNumber = Span & { readonly kind: "number"; readonly text: string };
export type JsonLiteral = Span & {
  readonly kind: "boolean" | "null";
  readonly text: "true" | "false" | "null";
};

/** Why a text is not JSON, in words, and where. */
export type JsonProblem = { readonly message: string; readonly offset: number; readonly length: number };

/** Either the whole document, or the first problem that keeps the text from being one. */
export type JsonParse =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly problem: JsonProblem };

/** Object member names and array indexes from the root to a value. */
export type JsonPath = readonly (string | number)[];
