import { cleanAddress, headersNote } from "./address.ts";
import { cmdWords, looksLikeCmd } from "./cmd-words.ts";
import { readCurlArguments, type CurlCommand } from "./curl-arguments.ts";
import { joinLayers, sliceLayer, type Layer } from "./layer.ts";
import { parseJson } from "../json/parse.ts";
import { looksLikeForm } from "./form-body.ts";
import type { Reading, Source } from "./reading.ts";
import { shellWords, type Commands, type Word } from "./shell-words.ts";

/** A line that starts with the command, behind a prompt perhaps. */
const CURL_LINE =
  /^[ \t]*(?:(?:[$>#%]|PS [^\n>]{0,200}>|[A-Za-z]:\\[^\n>]{0,200}>)[ \t]*)?(?:(?:sudo|time|exec)[ \t]+)*curl(?:\.exe)?(?:\s|$)/im;

/** Whether a text holds a cURL command at the start of a line. */
export function looksLikeCurl(text: string): boolean {
  return CURL_LINE.test(text);
}

/**
 * Reads the bodies of cURL commands in a POSIX shell's quoting or that of Windows, whichever of the two makes the body of
 * the first command readable. What keeps a body from being read is remembered as the reason.
 */
export function readCurl(reading: Reading, source: Source): void {
  const { finds } = reading;
  const { layer } = source;
  const start = CURL_LINE.exec(layer.text)?.index ?? 0;
  const split = splitCommands(sliceLayer(layer, start, layer.text.length));
  if (split.problem !== null) finds.refuse(split.problem.reason, split.problem.start, split.problem.end);
  const origin = { ...source.origin, notes: [...source.origin.notes, ...split.notes] };
  for (const command of curlCommands(split)) readCommand(reading, { ...source, origin }, command);
}

function splitCommands(layer: Layer): Commands {
  const orders = looksLikeCmd(layer.text) ? [cmdWords, shellWords] : [shellWords, cmdWords];
  const readings = orders.map((order) => order(layer));
  const readable = readings.find((reading) => isReadable(curlCommands(reading)[0]));
  return readable ?? readings[0] ?? { commands: [], notes: [], problem: null };
}

function isReadable(command: CurlCommand | undefined): boolean {
  if (command === undefined || command.data.length === 0) return false;
  const { text } = joinLayers(command.data, command.separator);
  return parseJson(text).ok || looksLikeForm(text);
}

function curlCommands({ commands }: Commands): CurlCommand[] {
  return commands.flatMap((words) => {
    const curl = words.slice(0, 4).findIndex(isCurl);
    return curl === -1 ? [] : [readCurlArguments(words.slice(curl))];
  });
}

function isCurl({ layer }: Word): boolean {
  return /^(?:\S*[/\\>])?curl(?:\.exe)?$/i.test(layer.text);
}

function readCommand(reading: Reading, source: Source, command: CurlCommand): void {
  const { finds } = reading;
  if (command.problem !== null) {
    finds.refuse(command.problem.reason, command.problem.start, command.problem.end);
    return;
  }
  if (command.data.length === 0) {
    finds.refuse("This cURL command sends no body.", command.start, command.end);
    return;
  }
  const layer = joinLayers(command.data, command.separator);
  const { url, notes } = cleanAddress(command.url);
  reading.body({
    layer,
    depth: source.depth + 1,
    origin: {
      form: "curl",
      where: "in a cURL command",
      url,
      notes: [...source.origin.notes, ...notes, ...requestNotes(command, layer.text)],
    },
  });
}

function requestNotes(command: CurlCommand, body: string): string[] {
  const notes = [...headersNote(command.headers.map(([name]) => name))];
  if (command.dropped.length > 0) notes.push(`Options were left out: ${command.dropped.join(", ")}.`);
  if (command.method !== null && command.method.toUpperCase() !== "POST") {
    notes.push(`The command sends ${command.method.slice(0, 20)}; both APIs take POST.`);
  }
  const type = command.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  if (!command.isJson && /^\s*[{[]/.test(body) && !/json/i.test(type ?? "")) {
    notes.push("The command does not send Content-Type: application/json.");
  }
  return notes;
}
