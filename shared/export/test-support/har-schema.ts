// HAR 1.2 as JSON Schema, from the field list of http://www.softwareishard.com/blog/har-12-spec/: what must be there and of which
// type. Fields that begin with an underscore are the writer's own; any other that the list does not have is a mistake.

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: "string" };
const size: Schema = { type: "integer", minimum: -1 };
const time: Schema = { type: "number", minimum: -1 };
const spent: Schema = { type: "number", minimum: 0 };

function object(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: "object",
    required: Object.keys(required),
    properties: { ...required, ...optional, comment: text },
    patternProperties: { "^_": {} },
    additionalProperties: false,
  };
}

const list = (items: Schema): Schema => ({ type: "array", items });
const pair = object({ name: text, value: text });
const cookie = object(
  { name: text, value: text },
  { path: text, domain: text, expires: text, httpOnly: { type: "boolean" }, secure: { type: "boolean" } },
);
const message = {
  httpVersion: text,
  cookies: list(cookie),
  headers: list(pair),
  headersSize: size,
  bodySize: size,
};

const request = object(
  { method: text, url: { type: "string", format: "uri" }, ...message, queryString: list(pair) },
  { postData: object({ mimeType: text }, { text, params: list(object({ name: text }, { value: text })) }) },
);
const response = object({
  status: { type: "integer" },
  statusText: text,
  ...message,
  content: object({ size, mimeType: text }, { text, encoding: { const: "base64" }, compression: size }),
  redirectURL: text,
});
const timings = object(
  { send: spent, wait: spent, receive: spent },
  { blocked: time, dns: time, connect: time, ssl: time },
);
const entry = object(
  {
    startedDateTime: { type: "string", format: "date-time" },
    time: spent,
    request,
    response,
    cache: object({}),
    timings,
  },
  { pageref: text, serverIPAddress: text, connection: text },
);

export const HAR_SCHEMA: Schema = object({
  log: object(
    { version: { const: "1.2" }, creator: object({ name: text, version: text }), entries: list(entry) },
    { browser: object({ name: text, version: text }), pages: list({ type: "object" }) },
  ),
});
