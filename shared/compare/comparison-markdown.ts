import { codeSpan, plainText } from "../export/markdown-text.ts";
import type { ComparedRow, Comparison } from "./types.ts";

/** Values longer than this are cut in a table, which nobody could read otherwise. */
const LONGEST_VALUE = 300;

/**
 * A comparison as Markdown, ready to paste into a ticket: one table for each part with a difference that counts, and in words how
 * many were left out because of the ignore rules.
 */
export function comparisonToMarkdown(
  comparison: Comparison,
  titles: { readonly left: string; readonly right: string },
): string {
  const tables = comparison.sections.flatMap(({ title, rows }) => {
    const counting = rows.filter(isCounted);
    return counting.length === 0 ? [] : [tableOf(title, counting, titles)];
  });
  const lines = [
    "## Comparison",
    `Left: ${plainText(titles.left)}  \nRight: ${plainText(titles.right)}`,
    summaryOf(comparison),
    ...comparison.notes,
    ...tables,
  ];
  return `${lines.join("\n\n")}\n`;
}

/** Whether a row is a difference that matters to the user. */
export function isCounted(row: ComparedRow): boolean {
  return row.kind !== "same" && row.ignoredBy === null;
}

/** `3 differences, 2 more ignored`; where not all was compared it says so. */
export function summaryOf(comparison: Comparison): string {
  const { differences, ignored } = comparison;
  const counted =
    differences === 0 ? "No difference" : differences === 1 ? "1 difference" : `${differences} differences`;
  const within = comparison.notes.length === 0 ? counted : `${counted} in what is compared`;
  return ignored === 0 ? `${within}.` : `${within}, ${ignored} more ignored.`;
}

function tableOf(
  title: string,
  rows: readonly ComparedRow[],
  titles: { readonly left: string; readonly right: string },
): string {
  const lines = rows.map((row) => `| ${cell(row.name)} | ${cell(row.left)} | ${cell(row.right)} |`);
  return [
    `### ${title}\n`,
    `| | ${plainText(titles.left)} | ${plainText(titles.right)} |`,
    "|---|---|---|",
    ...lines,
  ].join("\n");
}

function cell(value: string | null): string {
  if (value === null) return "*absent*";
  if (value === "") return "*empty*";
  const cut = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}\u2026` : value;
  // A bar would end the table's cell, also within code.
  return codeSpan(cut).replaceAll("|", String.raw`\|`);
}
