import type { Command } from "../../app/actions-context.tsx";
import { fuzzyScore } from "./fuzzy.ts";

/** As much of a section as one looks through: presets of an event are many, and what else fits is to be seen as well. */
const MOST_OF_A_SECTION = 15;

export type RankedSection = { readonly title: string; readonly commands: readonly Command[] };

/**
 * The commands that fit, in their sections, the section of the best one first. Without a question: what was used lately on
 * top. `recent` are ids, the newest first.
 */
export function rankCommands(
  query: string,
  commands: readonly Command[],
  recent: readonly string[],
): readonly RankedSection[] {
  if (query.trim() === "") return listAll(commands, recent);
  const scored = commands
    .map((command) => ({ command, score: scoreOf(query, command, recent) }))
    .filter((one): one is { command: Command; score: number } => one.score !== null)
    .sort((one, other) => other.score - one.score);
  return shortened(bySection(scored.map(({ command }) => command)), MOST_OF_A_SECTION);
}

function scoreOf(query: string, command: Command, recent: readonly string[]): number | null {
  const { title, detail = "", section } = command;
  const score = fuzzyScore(query, title) ?? halved(fuzzyScore(query, `${title} ${detail} ${section}`));
  const place = recent.indexOf(command.id);
  return score === null || place === -1 ? score : score + 30 - place;
}

/** What is found only beside the title counts less. */
function halved(score: number | null): number | null {
  return score === null ? null : score / 2;
}

function listAll(commands: readonly Command[], recent: readonly string[]): readonly RankedSection[] {
  const used = recent.flatMap((id) => commands.filter((command) => command.id === id)).slice(0, 8);
  const rest = commands.filter((command) => !used.includes(command));
  const sections = shortened(bySection(rest), 20);
  return used.length === 0 ? sections : [{ title: "Used lately", commands: used }, ...sections];
}

function shortened(sections: readonly RankedSection[], most: number): readonly RankedSection[] {
  return sections.map(({ title, commands }) => ({ title, commands: commands.slice(0, most) }));
}

function bySection(commands: readonly Command[]): RankedSection[] {
  const titles = [...new Set(commands.map(({ section }) => section))];
  return titles.map((title) => ({ title, commands: commands.filter(({ section }) => section === title) }));
}
