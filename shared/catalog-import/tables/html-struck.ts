import { Token } from "parse5";

const STRIKING = new Set(["del", "s", "strike"]);

/** Follows the tags of a page and knows whether the text between them is struck out. */
export type HtmlStruck = {
  readonly isOn: boolean;
  start(token: Token.TagToken): void;
  end(tagName: string): void;
};

/** An element that is never closed strikes out nothing behind its cell. */
export function createHtmlStruck(): HtmlStruck {
  let open: { readonly tagName: string; depth: number } | null = null;
  return {
    get isOn() {
      return open !== null;
    },
    start(token) {
      const { tagName } = token;
      const isNextCell = (tagName === "td" || tagName === "th") && open?.tagName !== "tr";
      if (isNextCell || tagName === "tr" || tagName === "table") open = null;
      if (open?.tagName === tagName) open.depth += 1;
      else if (open === null && isStriking(token)) open = { tagName, depth: 1 };
    },
    end(tagName) {
      if (open?.tagName !== tagName) return;
      open.depth -= 1;
      if (open.depth === 0) open = null;
    },
  };
}

/** Also as text processors write it when their tables are copied. */
function isStriking(token: Token.TagToken): boolean {
  if (token.selfClosing) return false;
  return STRIKING.has(token.tagName) || /line-through/i.test(Token.getTokenAttr(token, "style") ?? "");
}
