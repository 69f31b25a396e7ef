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
    `Left: ${inline(titles.left)}  \nRight: ${inline(titles.right)}`,
    summaryOf(comparison),
    ...tables,
  ];
  return `${lines.join("\n\n")}\n`;
}

/** Whether a row is a difference that matters to the user. */
export function isCounted(row: ComparedRow): boolean {
  return row.kind !== "same" && row.ignoredBy === null;
}

/** `3 differences, 2 more ignored`. */
export function summaryOf(comparison: Comparison): string {
  const { differences, ignored } = comparison;
  const counted =
    differences === 0 ? "No difference" : differences === 1 ? "1 difference" : `${differences} differences`;
  return ignored === 0 ? `${counted}.` : `${counted}, ${ignored} more ignored.`;
}

function tableOf(
  title: string,
  rows: readonly ComparedRow[],
  titles: { readonly left: string; readonly right: string },
): string {
  const lines = rows.map((row) => `| ${inline(row.name)} | ${cell(row.left)} | ${cell(row.right)} |`);
  return [
    `### ${title}\n`,
    `| | ${inline(titles.left)} | ${inline(titles.right)} |`,
    "|---|---|---|",
    ...lines,
  ].join("\n");
}

function cell(value: string | null): string {
  if (value === null) return "*absent*";
  const cut = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}\u2026` : value;
  return cut === "" ? "*empty*" : code(cut.replaceAll(/\r?\n/gu, " "));
}

/** A code span: its fence is longer than any run of backticks inside, and a bar would end the table's cell. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${text.replaceAll("|", String.raw`\|`)}${padding}${fence}`;
}

/** Text outside of code: what would start markup is escaped. */
function inline(text: string): string {
  return text.replaceAll(/[\\`*_|<>[\]]/gu, String.raw`\$&`).replaceAll(/\s+/gu, " ");
}
