/** The ways in which a text can be in another, each as an independent, plain implementation. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  json: (text) => JSON.stringify(text).slice(1, -1),
  "json twice": (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  url: (text) => encodeURIComponent(text),
  "url twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  form: (text) => encodeURIComponent(text).replaceAll("%20", "+"),
  "json with every character escaped": (text) =>
    Array.from({ length: text.length }, (_, index) => unicodeEscape(text.charCodeAt(index))).join(""),
  "url with every byte escaped": (text) =>
    utf8(text)
      .map((byte) => `%${hex(byte)}`)
      .join(""),
  hex: (text) => utf8(text).map(hex).join(""),
  "hex with colons": (text) => utf8(text).map(hex).join(":"),
  "c with every character escaped": (text) =>
    Array.from(text, (character) => {
      const point = character.codePointAt(0) ?? 0;
      return point < 0x100 ? `\\x${hex(point)}` : character;
    }).join(""),
  "html with every character numbered": (text) =>
    Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join(""),
  html: (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;"),
  base64: (text) => base64(utf8(text)),
  "base64 after one byte": (text) => base64([97, ...utf8(text)]),
  "base64 after two bytes": (text) => base64([97, 98, ...utf8(text), 122, 122]),
  base64url: (text) => base64(utf8(text)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
};

function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function base64(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes));
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
