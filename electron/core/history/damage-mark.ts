import { writeFileSync } from "node:fs";

/** The file that says of a history that damage was met in it. */
export function damageMark(path: string): string {
  return `${path}.damaged`;
}

/** Remembers that damage was met in a file that is in use, so that the next start saves what can be saved. */
export function noteDamage(path: string): void {
  const text = "Damage was met in the history. The next start saves what can be read of it.\n";
  try {
    writeFileSync(damageMark(path), text, { mode: 0o600 });
  } catch {
    // Whoever met the damage has told of it; a disk that takes no file tells its own story.
  }
}
