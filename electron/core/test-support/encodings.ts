/** `written` is what a program would write, `sought` the part of it that is the same whatever stands beside it. */
export type Encoding = { readonly written: Buffer; readonly sought: Buffer };

/**
 * The ways in which a text may stand in what programs write. Written for tests that look for a secret, and on purpose without the
 * code that hides it.
 */
export function encodingsOf(text: string): ReadonlyMap<string, Encoding> {
  const bytes = Buffer.from(text, "utf8");
  const json = JSON.stringify(text).slice(1, -1);
  const escapedUnits = text.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const html = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  const texts: readonly [string, string][] = [
    ["as it is", text],
    ["as JSON", json],
    ["as JSON within JSON", JSON.stringify(json).slice(1, -1)],
    ["as \\u escapes", escapedUnits.join("")],
    ["percent-encoded", encodeURIComponent(text)],
    ["percent-encoded twice", encodeURIComponent(encodeURIComponent(text))],
    ["as form data", new URLSearchParams([["x", text]]).toString().slice(2)],
    ["as HTML", html],
    ["in hexadecimal", bytes.toString("hex")],
    ["in capital hexadecimal", bytes.toString("hex").toUpperCase()],
  ];
  return new Map([
    ...texts.map(([name, form]): [string, Encoding] => [name, same(Buffer.from(form, "utf8"))]),
    ...base64Forms(bytes),
    ["in UTF-16", same(Buffer.from(text, "utf16le"))],
  ]);
}

const same = (form: Buffer): Encoding => ({ written: form, sought: form });

/** At each of the three alignments; what stands beside it decides the first and last digits, so that the middle is sought. */
function base64Forms(bytes: Buffer): [string, Encoding][] {
  return [0, 1, 2].flatMap((offset) =>
    (["base64", "base64url"] as const).map((encoding): [string, Encoding] => {
      const form = Buffer.concat([Buffer.alloc(offset, "x"), bytes]).toString(encoding);
      const middle = form.slice(4, form.length - 4).replaceAll("=", "");
      return [
        `in ${encoding}, shifted by ${offset}`,
        { written: Buffer.from(form), sought: Buffer.from(middle) },
      ];
    }),
  );
}

/** Names of secret and encoding for each secret that is found; none where nothing is. */
export function findSecrets(secrets: Readonly<Record<string, string>>, content: Buffer): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    [...encodingsOf(secret)]
      .filter(([, { sought }]) => content.includes(sought))
      .map(([how]) => `${name} ${how}`),
  );
}
