import { Lexer, type Tokens } from "marked";
import { quoted, type Report } from "../report.ts";
import { aboutStruck, isAllThereIs, type StruckText } from "../struck.ts";
import { MAXIMUM_ROWS, TOO_MANY_ROWS, type SourceTable } from "./table.ts";
import { createTitles, type Titles } from "./titles.ts";

/** The line of dashes under the headings, without what quotes and lists put before it. */
const DELIMITER_ROW = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
/** What quotes and list items put before a line. */
const INDENT = /^(?:\s|>|[*+-]\s)*/;
const LONGEST_ROW = 100_000;
const LONGEST_DELIMITER_ROW = 2000;
/** `Event Name:`, bold or not. */
const EVENT_LABEL = /^[*_]{0,2}event(?:\s*(?:name|key))?[*_]{0,2}\s*:[*_]{0,2}\s*/i;
/** The lexer gets tables in pieces of so many rows. */
const PIECE = 500;

/** Whether a text has a line that could be the one under a table's headings. */
export function hasMarkdownTable(text: string): boolean {
  if (!text.includes("|")) return false;
  // Only lines with a dash are looked at: a text may have millions of others.
  for (let dash = text.indexOf("-"); dash !== -1;) {
    const start = text.lastIndexOf("\n", dash) + 1;
    const found = text.indexOf("\n", dash);
    const end = found === -1 ? text.length : found;
    if (isDelimiterRow(text.slice(start, end))) return true;
    dash = text.indexOf("-", end);
  }
  return false;
}

function isDelimiterRow(line: string): boolean {
  if (line.length > LONGEST_DELIMITER_ROW || !line.includes("|") || !line.includes("-")) return false;
  return DELIMITER_ROW.test(line.replace(/^[\s>]+/, "").trimEnd());
}

/**
 * The tables of a Markdown text, each with the heading or the line above it. Only tables are handed to the lexer, in pieces,
 * so that no other part of a text can make it slow.
 */
export function readMarkdownTables(text: string, report: Report): SourceTable[] {
  const lines = text.split("\n");
  let rowsLeft = MAXIMUM_ROWS;
  const tables: SourceTable[] = [];
  const titles = createTitles();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (!line.includes("|") || !isDelimiterRow(lines[index + 1] ?? "")) {
      if (noteTitle(line, titles)) noteStruck(lines, index, index + 1, report);
      continue;
    }
    const end = endOfTable(lines, index);
    const stop = Math.min(end, index + 2 + rowsLeft);
    const table = tableOf(lines, index, stop, titles.current(), report);
    if (table !== null) {
      noteStruck(lines, index, stop, report);
      tables.push(table);
    }
    rowsLeft -= stop - index - 1;
    if (stop < end || rowsLeft <= 0) {
      report.say("error", { line: stop + 1, column: 1 }, TOO_MANY_ROWS);
      break;
    }
    index = end - 1;
  }
  return tables;
}

/** Whether it is a heading that is no label of the request form. */
function noteTitle(line: string, titles: Titles): boolean {
  if (line.length > 500) return false;
  const bare = line.replace(INDENT, "").trimEnd();
  const isHeading = /^#{1,6}\s/.test(bare);
  const raw = bare.replace(/^#{1,6}\s+/, "").replace(/\s#+$/, "");
  // A code span is taken as it is where it stands alone, so that the label is read apart from the name behind it.
  const [label = ""] = EVENT_LABEL.exec(raw) ?? [];
  const text = (label === "" ? "" : "Event: ") + plainMarkdown(raw.slice(label.length));
  if (isHeading) titles.heading(text);
  else titles.line(text);
  return isHeading && label === "";
}

function noteStruck(lines: readonly string[], start: number, end: number, report: Report): void {
  for (let index = start; index < end; index += 1) {
    const line = lines[index] ?? "";
    if (line.length > LONGEST_ROW || !/~~|<(?:del|s)/i.test(line)) continue;
    let column = 1;
    for (const cell of line.split(/(?<!\\)\|/)) {
      const about = aboutStruck(struckMarkdown(cell));
      const indent = cell.search(/\S/);
      if (about !== null) report.say("warning", { line: index + 1, column: column + indent }, about);
      column += cell.length + 1;
    }
  }
}

function endOfTable(lines: readonly string[], start: number): number {
  let end = start + 2;
  while (end < lines.length && (lines[end] ?? "").includes("|")) end += 1;
  return end;
}

function tableOf(
  lines: readonly string[],
  start: number,
  end: number,
  title: string,
  report: Report,
): SourceTable | null {
  const head = [bare(lines[start]), bare(lines[start + 1])];
  const headers = lex(head)?.header.map(({ text }) => plainMarkdown(text));
  if (headers === undefined) return null;
  const rows: string[][] = [];
  for (let index = start + 2; index < end; index += PIECE) {
    const piece = lines.slice(index, Math.min(end, index + PIECE)).map(bare);
    const read = lex([...head, ...piece])?.rows;
    for (const [row, line] of piece.entries()) sayBeyond(line, headers.length, index + row + 1, report);
    const cells =
      read?.length === piece.length ? read : piece.map((row) => lex([...head, row])?.rows[0] ?? []);
    for (const row of cells) rows.push(row.map(({ text }) => plainMarkdown(text)));
  }
  return {
    title,
    headers,
    rows,
    place(row, column) {
      const index = row === -1 ? start : start + 2 + row;
      return { line: index + 1, column: cellColumn(lines[index] ?? "", column) };
    },
  };
}

/** The lexer cuts what stands behind the last heading. */
function sayBeyond(row: string, width: number, line: number, report: Report): void {
  const cells = row
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/);
  const found = cells.slice(width).find((cell) => cell.trim() !== "");
  if (found === undefined) return;
  const message = `${quoted(found)} stands behind the last heading; it was left out.`;
  report.say("warning", { line, column: cellColumn(row, width) }, message);
}

function bare(line: string | undefined): string {
  const text = line ?? "";
  return text.length > LONGEST_ROW ? "|" : text.replace(INDENT, "").trimEnd();
}

function lex(lines: readonly string[]): Tokens.Table | null {
  const [token] = new Lexer().blockTokens(`${lines.join("\n")}\n`);
  return token?.type === "table" ? (token as Tokens.Table) : null;
}

/** What a text has none of that stands for nothing but itself. */
const MARKS = /[`*~\\&<[\]]/;

const STRUCK = /(?<!\\)~~([^~]+)~~|<(del|s|strike)>([^<]*)<\/\2>/gi;

/** A text of Markdown with what is struck out in it by itself. */
export function struckMarkdown(text: string): StruckText {
  if (isCode(text)) return { kept: text, struck: "" };
  const struck = [...text.matchAll(STRUCK)].map(([, tildes, , tagged]) => tildes ?? tagged ?? "").join(" ");
  return struck === ""
    ? { kept: text, struck }
    : { kept: text.replaceAll(STRUCK, "").replaceAll(/ {2,}/g, " "), struck };
}

function isCode(text: string): boolean {
  const code = CODE.exec(text.trim());
  return code !== null && !(code[2] ?? "").includes(code[1] ?? "`");
}

const CODE = /^(`{1,9})\s?([^]*?)\s?\1$/;

/** The text of a cell as it is read: code, bold, struck text, links and escapes give their content. Underscores are part of names. */
export function plainMarkdown(text: string): string {
  if (!MARKS.test(text)) return text.trim();
  if (isCode(text)) return CODE.exec(text.trim())?.[2] ?? "";
  const parts = struckMarkdown(text);
  return decodeEntities(
    (isAllThereIs(parts) ? text.replaceAll(STRUCK, "$1$3") : parts.kept)
      .trim()
      .replaceAll(/<br\s*\/?>/gi, "\n")
      .replaceAll(/(`{1,9})([^`]+)\1/g, "$2")
      .replaceAll(/!?\[([^\][]*)\]\([^()\s]*\)/g, "$1")
      .replaceAll(/\*\*([^*]+)\*\*/g, "$1")
      .replace(/^\*([^*].*)\*$/, "$1")
      .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1"),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Where a cell of a row starts, counted from 1. */
function cellColumn(line: string, column: number): number {
  const first = line.search(/\S/);
  let cell = line.charAt(first) === "|" ? -1 : 0;
  for (let offset = 0; offset < line.length; offset += 1) {
    if (cell === column) return offset + 1;
    if (line.charAt(offset) === "\\") offset += 1;
    else if (line.charAt(offset) === "|") cell += 1;
  }
  return 1;
}
