import type { CodeRequest } from "../../../shared/code/code-request.ts";

/** What a shell or a compiler could make something else of. */
export const HOSTILE_TEXTS: readonly string[] = [
  `"double" 'single' "'"'"`,
  "$HOME ${HOME} $(id) $((1+1)) #{x} #comment",
  "`id`",
  "%PATH% %% %s %d ^% %%PATH%%",
  "! !! !history! ^!x^! a^b^^c",
  "two\nlines\n\nand more\n",
  "carriage\r\nreturn\r alone",
  "tab\t, bell\x07, escape\x1b[31m, delete\x7f, next line\x85",
  "emoji \u{1f600} and 👩‍👩‍👧, é, ß, 漢字, עברית, ‘curly’ “quotes” ‚low‛",
  "lone \ud800 and \udfff halves",
  "null \0 byte \x001",
  "line \u2028 and paragraph \u2029, right \u202e to left, byte order mark \ufeff, no width \u200b",
  "@/etc/passwd",
  "-n --data x \\c \\0101 \\x41 \\u0041 \\U0001F600 \\\\ \\",
  'ends with backslashes before a quote \\\\\\"',
  "& | < > ( ) ; * ? [ ] { } ~ = , < /dev/null && echo x || echo y",
  "?> <?php EOF JSON '@ \"@ */ // -- <!-- {{secret:other}} {{x}}",
  "x".repeat(255),
  "y".repeat(4000),
];

const HEADERS: CodeRequest["headers"] = [
  ["Host", "as.sent.example"],
  ["Content-Type", "application/json"],
  ["Content-Length", "12345"],
  ["Connection", "keep-alive"],
];
const SIGNATURE_HEADERS: CodeRequest["headers"] = [
  ["X-Optimove-Signature-Version", "1"],
  ["X-Optimove-Signature-Content", "{{secret:signature}}"],
];

/** A request under test; `reference` is where the body refers to the token. */
export type HostileRequest = CodeRequest & { readonly name: string };

/** Requests to a server at `url` of which each body has everything in it. */
export function hostileRequests(url: string, from: string): HostileRequest[] {
  const context = Object.fromEntries(HOSTILE_TEXTS.map((text, index) => [`text_${index}`, text]));
  const optievent = {
    tenant: 999,
    event: "any",
    customer: "c",
    timestamp: "2020-04-12 17:32:06.094 UTC",
    context,
  };
  const realtime = { tid: "{{secret:token}}", cid: "c", eid: 1101, context };
  const of = (name: string, path: string, text: string, headers: CodeRequest["headers"] = []) => ({
    name: `/${from}-${name}/${path}`,
    url: `${url}/${from}-${name}/${path}`,
    headers: [["Host", new URL(url).host] as [string, string], ...HEADERS.slice(1), ...headers],
    text,
  });
  return [
    of("plain", "optievent", JSON.stringify(optievent, null, 2)),
    of("signed", "optievent", JSON.stringify(optievent), SIGNATURE_HEADERS),
    of("realtime", "reportEvent", JSON.stringify(realtime, null, 2)),
    of("token-and-signature", "optievent", `@"{{secret:token}}"\r\n{{secret:token}}`, SIGNATURE_HEADERS),
    of("no-json", "optievent", HOSTILE_TEXTS.join("\r\n")),
    of("empty", "optievent", ""),
  ];
}

/** The bytes the console sends for a text, as an implementation of its own. */
export function expectedBytes(text: string, token: string): Buffer {
  return Buffer.from(text.replaceAll("{{secret:token}}", () => JSON.stringify(token).slice(1, -1)));
}
