import { Token, Tokenizer, TokenizerMode, type TokenHandler } from "parse5";
import { looksLikeRequestForm } from "../request-form.ts";
import { aboutStruck, takenOf } from "../struck.ts";
import { createHtmlStruck } from "./html-struck.ts";
import { createHtmlTables, type CellPlace } from "./html-tables.ts";
import type { SourceTable } from "./table.ts";
import type { Report } from "../report.ts";
import { createTitles } from "./titles.ts";

/** Cells do not span more rows or columns than this. */
const MAXIMUM_SPAN = 10_000;

/** The tables of a page, and its text line by line for formats without tables. */
export type HtmlReading = { readonly tables: readonly SourceTable[]; readonly text: string };

/**
 * Reads HTML token by token, which takes time in proportion to its length however it is nested. No element is built, no
 * script run, nothing loaded. Cells that span rows count for each of them.
 */
export function readHtml(html: string, report: Report): HtmlReading {
  const page = createPage(report);
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    handlerOf(page, () => tokenizer),
  );
  tokenizer.write(html, true);
  page.endBlock(null);
  return { tables: page.tables.finish(), text: page.lines.join("\n") };
}

/** Elements whose content is no text of the page. */
const SKIPPED = new Set(["script", "style", "noscript", "template", "iframe", "noembed", "noframes", "xmp"]);
const BLOCKS = new Set(
  "p div li ul ol dl dt dd section article header footer main br hr pre blockquote h1 h2 h3 h4 h5 h6 caption title".split(
    " ",
  ),
);
const HEADING = /^h[1-6]$/;

function handlerOf(page: Page, tokenizerOf: () => Tokenizer): TokenHandler {
  let skipped: string | null = null;
  const struck = createHtmlStruck();
  const characters = (token: Token.CharacterToken): void => {
    if (skipped === null) page.text(token.chars, struck.isOn);
  };
  return {
    onStartTag(token) {
      const { tagName } = token;
      const tokenizer = tokenizerOf();
      // What a tree builder tells the tokenizer, so that `<` in scripts and titles is no tag.
      tokenizer.lastStartTagName = tagName;
      if (tagName === "script") tokenizer.state = TokenizerMode.SCRIPT_DATA;
      else if (tagName === "title" || tagName === "textarea") tokenizer.state = TokenizerMode.RCDATA;
      else if (SKIPPED.has(tagName) && tagName !== "template") tokenizer.state = TokenizerMode.RAWTEXT;
      if (SKIPPED.has(tagName)) skipped ??= tagName;
      if (skipped !== null) return;
      struck.start(token);
      startTag(page, token);
    },
    onEndTag({ tagName }) {
      if (skipped === tagName) skipped = null;
      else if (skipped === null) endTag(page, tagName);
      if (skipped === null) struck.end(tagName);
    },
    onCharacter: characters,
    onWhitespaceCharacter: characters,
    onNullCharacter: () => {},
    onComment: () => {},
    onDoctype: () => {},
    onEof: () => {},
  };
}

function startTag(page: Page, token: Token.TagToken): void {
  const { tagName } = token;
  const place = { line: token.location?.startLine ?? 1, column: token.location?.startCol ?? 1 };
  page.at(place);
  if (tagName === "table") page.startTable(place);
  else if (tagName === "tr") page.tables.startRow();
  else if (tagName === "td" || tagName === "th")
    page.tables.startCell(place, spanOf(token, "colspan"), spanOf(token, "rowspan"));
  else if (BLOCKS.has(tagName)) page.endBlock(null);
}

function endTag(page: Page, tagName: string): void {
  if (tagName === "table") page.tables.endTable();
  else if (tagName === "tr" || tagName === "td" || tagName === "th") page.tables.endCell();
  else if (BLOCKS.has(tagName)) page.endBlock(tagName);
}

function spanOf(token: Token.TagToken, name: string): number {
  const span = Number(Token.getTokenAttr(token, name) ?? "1");
  return Number.isInteger(span) && span > 1 ? Math.min(span, MAXIMUM_SPAN) : 1;
}

type Page = ReturnType<typeof createPage>;

function createPage(report: Report) {
  const tables = createHtmlTables(report);
  const lines: string[] = [];
  const titles = createTitles();
  let pieces = { kept: "", struck: "" };
  let last: CellPlace = { line: 1, column: 1 };
  const endBlock = (tagName: string | null): void => {
    tables.text("\n", false);
    const text = takenOf(pieces).replaceAll(/\s+/g, " ").trim();
    const about = aboutStruck(pieces);
    pieces = { kept: "", struck: "" };
    if (text === "") return;
    lines.push(text);
    const isHeading = tagName !== null && HEADING.test(tagName);
    if (about !== null && (isHeading || looksLikeRequestForm(text))) report.say("warning", last, about);
    if (tagName === "caption") tables.caption(text);
    else if (isHeading) titles.heading(text);
    else titles.line(text);
  };
  return {
    tables,
    lines,
    endBlock,
    /** Where the last tag stands. */
    at(place: CellPlace) {
      last = place;
    },
    text(characters: string, isStruck: boolean) {
      if (tables.text(characters.replaceAll(/\s+/g, " "), isStruck)) return;
      pieces[isStruck ? "struck" : "kept"] += characters;
    },
    startTable(place: CellPlace) {
      endBlock(null);
      tables.startTable(titles.current(), place);
    },
  };
}
