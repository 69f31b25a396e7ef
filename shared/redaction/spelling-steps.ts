import { toBytes } from "./bytes.ts";
import { casesOf, groupRuns, htmlNames, isPunctuation, shortEscapes } from "./spellings.ts";
import { BEYOND_ASCII, type Step } from "./step.ts";

// How the spellings begin that are found by the patterns of `spellings.ts`: at least all of them, in the same order.

/** How what `characterPattern` finds begins. */
export function characterSteps(text: string): Step[] {
  return groupRuns(Array.from(text)).map((run) => {
    const [character = ""] = run;
    const escapes = escapesOf(character);
    // In a row there may be more of these than they stand for.
    if (/[\\"']/.test(character)) return { alone: [], longer: [character, ...escapes] };
    const cases = casesOf(character);
    const beyond = cases.some((one) => !isAscii(one)) ? [BEYOND_ASCII] : [];
    const alone = [...cases.filter(isAscii), ...(character === " " ? ["+"] : [])];
    return { alone, longer: [...escapes, ...beyond] };
  });
}

/** How what `hexPattern` finds begins. */
export function hexSteps(text: string): Step[] {
  return [...toBytes(text)].flatMap((byte, index) => {
    const [high = "", low = ""] = hex(byte);
    const between = index === 0 ? [] : [":", "-", " "];
    return [
      { alone: casesOf(high), longer: between },
      { alone: casesOf(low), longer: [] },
    ];
  });
}

/** How escapes of a character begin. */
function escapesOf(character: string): string[] {
  const unit = character.charCodeAt(0);
  const point = character.codePointAt(0) ?? 0;
  const short = shortEscapes[character];
  const name = htmlNames[character];
  return [
    `\\u${hex(unit).padStart(4, "0")}`,
    `\\x${hex(point)}`,
    ...(isPunctuation(character) ? [`\\${character}`] : []),
    ...(short === undefined ? [] : [`\\${short}`]),
    "%25",
    `%${hex(toBytes(character)[0] ?? 0)}`,
    ...(isAscii(character) ? [] : [`%${hex(unit)}`, "%u"]),
    ...(name === undefined ? [] : [name]),
    "&#x",
    "&#0",
    `&#${point}`.slice(0, 3),
  ];
}

function hex(value: number): string {
  return value.toString(16).padStart(2, "0");
}

function isAscii(character: string): boolean {
  return character < BEYOND_ASCII;
}
