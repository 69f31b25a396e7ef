import { prepareRequest, type CodeRequest, type PreparedRequest } from "./code-request.ts";
import { writeCsharp } from "./csharp.ts";
import { writeGo } from "./go.ts";
import { writeJava } from "./java.ts";
import { writeNode } from "./node.ts";
import { writePhp } from "./php.ts";
import { writePython } from "./python.ts";

/** The languages a request can be written in, in the order in which they are offered. */
export const CODE_LANGUAGES = ["node", "python", "java", "csharp", "php", "go"] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

const WRITERS: Readonly<Record<CodeLanguage, (request: PreparedRequest) => string>> = {
  node: writeNode,
  python: writePython,
  java: writeJava,
  csharp: writeCsharp,
  php: writePhp,
  go: writeGo,
};

/**
 * A complete program that sends the request once: its body byte for byte, its own headers, and, where the connection is
 * signed, the signature over those bytes. The tenant's token is never in it: it is read from `OPTIEVENT_TOKEN` when the
 * program runs, for the signature and for wherever the body refers to it. Follows no redirect. Prints the answer's status
 * and body. Works for every text: what a language cannot hold in a literal is escaped.
 */
export function writeCode(request: CodeRequest, language: CodeLanguage): string {
  return WRITERS[language](prepareRequest(request));
}
