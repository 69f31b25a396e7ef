/**
 * The ways in which programs write a text into another, each as an independent, plain implementation: on purpose without the code
 * that hides secrets.
 */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  "in capitals": (text) => text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()),
  json: (text) => JSON.stringify(text).slice(1, -1),
  "json twice": (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  "json with slashes escaped": (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/"),
  "json with every character escaped": (text) =>
    Array.from({ length: text.length }, (_, index) => unicodeEscape(text.charCodeAt(index))).join(""),
  "c with every character escaped": (text) =>
    Array.from(text, (character) => {
      const point = character.codePointAt(0) ?? 0;
      return point < 0x100 ? `\\x${hex(point)}` : character;
    }).join(""),
  url: (text) => encodeURIComponent(text),
  "url in small letters": (text) =>
    encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
  "url twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "url with every byte escaped": (text) =>
    utf8(text)
      .map((byte) => `%${hex(byte)}`)
      .join(""),
  "url as escape() writes it": (text) =>
    Array.from({ length: text.length }, (_, index) => {
      const unit = text.charCodeAt(index);
      if (/[A-Za-z0-9@*_+\-./]/.test(text.charAt(index))) return text.charAt(index);
      return unit < 0x100 ? `%${hex(unit)}` : `%u${unit.toString(16).padStart(4, "0")}`;
    }).join(""),
  "utf-8 read as latin-1": (text) => String.fromCharCode(...utf8(text)),
  form: (text) => encodeURIComponent(text).replaceAll("%20", "+"),
  "form as browsers write it": (text) =>
    encodeURIComponent(text)
      .replaceAll("%20", "+")
      .replaceAll(/[!'()~]/g, (character) => `%${hex(character.charCodeAt(0)).toUpperCase()}`),
  html: (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;"),
  "html with every character numbered": (text) =>
    Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join(""),
  "html with hexadecimal numbers": (text) =>
    Array.from(text, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`).join(""),
  "quoted for a shell": (text) => text.replaceAll("'", "'\\''"),
  "quoted for a table": (text) => text.replaceAll('"', '""'),
  hex: (text) => utf8(text).map(hex).join(""),
  "hex in capitals": (text) => utf8(text).map(hex).join("").toUpperCase(),
  "hex with colons": (text) => utf8(text).map(hex).join(":"),
  base64: (text) => base64(utf8(text)),
  "base64 after one byte": (text) => base64([97, ...utf8(text)]),
  "base64 after two bytes": (text) => base64([97, 98, ...utf8(text), 122, 122]),
  "json in base64": (text) => base64([34, ...utf8(JSON.stringify(text).slice(1, -1)), 34]),
  "url in base64": (text) => base64(utf8(encodeURIComponent(text))),
  "json in hex": (text) => utf8(JSON.stringify(text)).map(hex).join(""),
  base64url: (text) => forUrls(base64(utf8(text))),
  "base64url after one byte": (text) => forUrls(base64([97, ...utf8(text), 122])),
  "base64url after two bytes": (text) => forUrls(base64([97, 98, ...utf8(text)])),
};

function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function base64(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes));
}

function forUrls(written: string): string {
  return written.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
