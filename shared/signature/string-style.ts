import { quoteJson } from "../json/value.ts";

/** How a JSON library writes strings. null: as they are written. */
export type StringStyle = {
  readonly slashes: "escaped" | "plain" | null;
  readonly unicode: "lower" | "upper" | "plain" | null;
  /** Further characters that some libraries escape, because the JSON might end up in HTML. */
  readonly markup: "go" | "dotnet" | null;
};

/** Escapes, single units and whole pairs of surrogates, so that none is taken apart. */
const PIECES =
  /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[\ud800-\udbff][\udc00-\udfff]|[^]/g;

/** Go's encoding/json; .NET's System.Text.Json, whose escapes are in capital letters. */
const MARKUP = { go: /^[<>&\u2028\u2029]$/, dotnet: /^["<>&'+`]$/ } as const;

/** The content of a JSON string, as it stands between the quotes, in another style. */
export function rewriteString(content: string, style: StringStyle): string {
  if (!/[\\/\u0080-\uffff<>&'+`]/.test(content)) return content;
  return content.replaceAll(PIECES, (piece) => rewritePiece(piece, style));
}

function rewritePiece(piece: string, style: StringStyle): string {
  const character = characterOf(piece);
  if (character === "/") return slash(piece, style);
  if (style.markup !== null && character !== null && MARKUP[style.markup].test(character)) {
    return escaped(character, style.markup === "dotnet");
  }
  const isBeyondAscii = character !== null && character > "\u007f";
  if (isBeyondAscii) return beyondAscii(piece, character, style);
  const isEscapeOfPlain = piece.startsWith("\\u") && character !== null && style.unicode === "plain";
  return isEscapeOfPlain ? quoteJson(character).slice(1, -1) : piece;
}

function slash(piece: string, { slashes, unicode }: StringStyle): string {
  if (slashes === "escaped") return "\\/";
  if (slashes === "plain") return "/";
  return piece.startsWith("\\u") && unicode === "plain" ? "/" : piece;
}

function beyondAscii(piece: string, character: string, { unicode }: StringStyle): string {
  if (unicode === null) return piece;
  if (unicode !== "plain") return escaped(character, unicode === "upper");
  // Half a pair has no bytes in UTF-8, so it stays an escape.
  return character.isWellFormed() ? character : piece;
}

/** The character that a piece of a string stands for; null for the short escapes, which every library writes alike. */
function characterOf(piece: string): string | null {
  if (piece.startsWith("\\u")) {
    return piece.replaceAll(/\\u(.{4})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  }
  if (piece === "\\/") return "/";
  if (piece === '\\"') return '"';
  return piece.startsWith("\\") ? null : piece;
}

function escaped(character: string, isUpper: boolean): string {
  let text = "";
  for (let index = 0; index < character.length; index += 1) {
    const digits = character.charCodeAt(index).toString(16).padStart(4, "0");
    text += `\\u${isUpper ? digits.toUpperCase() : digits}`;
  }
  return text;
}
