import type { CodeLanguage } from "../../../shared/code/write-code.ts";
import { csharp } from "./run-csharp.ts";
import { folderWith, hasTool, run } from "./run-program.ts";

type Variables = Readonly<Record<string, string>>;

/** How the programs of a language are run here: what is missing, as a reason to skip; and running several at once. */
export type LanguageRunner = {
  readonly missing: string | null;
  readonly runAll: (programs: readonly string[], variables: Variables) => Promise<void>;
};

type Interpreter = {
  readonly command: string;
  readonly extension: string;
  /** A program that runs the others, so that a slow start is paid for once. */
  readonly all: (names: readonly string[]) => string;
  readonly check: readonly string[];
  readonly needs: string;
};

function interpreted({ command, extension, all, check, needs }: Interpreter): LanguageRunner {
  return {
    missing: hasTool(command, check) ? null : `${needs} is not installed`,
    async runAll(programs, variables) {
      const files = programs.map((program, index) => [`program${index}.${extension}`, program] as const);
      const main = `all.${extension}`;
      const names = files.map(([name]) => name);
      const folder = await folderWith({ ...Object.fromEntries(files), [main]: all(names) });
      await run(command, [main], folder, variables);
    },
  };
}

/** One compilation and one virtual machine for all of them. */
const java: LanguageRunner = {
  missing: hasTool("javac", ["-version"]) ? null : "a Java compiler is not installed",
  async runAll(programs, variables) {
    const files = programs.map((program, index): [string, string] => [
      `SendEvent${index}.java`,
      program.replace("class SendEvent", `class SendEvent${index}`),
    ]);
    const calls = programs.map((_, index) => `SendEvent${index}.main(arguments);`).join(" ");
    const main = `class All { public static void main(String[] arguments) throws Exception { ${calls} } }`;
    const folder = await folderWith({ ...Object.fromEntries(files), "All.java": main });
    await run("javac", ["-encoding", "US-ASCII", "All.java"], folder);
    await run("java", ["-Xshare:auto", "-cp", ".", "All"], folder, variables);
  },
};

/** One build for all of them. */
const go: LanguageRunner = {
  missing: hasTool("go", ["version"]) ? null : "Go is not installed",
  async runAll(programs, variables) {
    const files = programs.map((program, index): [string, string] => [`program${index}/main.go`, program]);
    const folder = await folderWith({
      ...Object.fromEntries(files),
      "go.mod": "module programs\n\ngo 1.16\n",
    });
    await run("go", ["build", "-ldflags=-s -w", "-o", "built/", "./..."], folder, {
      GOPROXY: "off",
      GOTOOLCHAIN: "local",
    });
    for (const index of programs.keys()) await run(`built/program${index}`, [], folder, variables);
  },
};

const node = interpreted({
  command: process.execPath,
  extension: "mjs",
  all: (names) => names.map((name) => `await import("./${name}");\n`).join(""),
  check: ["--version"],
  needs: "Node",
});
const python = interpreted({
  command: "python3",
  extension: "py",
  all: (names) => `import runpy\n${names.map((name) => `runpy.run_path("${name}")\n`).join("")}`,
  check: ["-c", "import requests"],
  needs: "Python 3 with requests",
});
const php = interpreted({
  command: "php",
  extension: "php",
  all: (names) => `<?php\n${names.map((name) => `require "${name}";\n`).join("")}`,
  check: ["-r", "exit(function_exists('curl_init') ? 0 : 1);"],
  needs: "PHP with curl",
});
export const LANGUAGE_RUNNERS: Readonly<Record<CodeLanguage, LanguageRunner>> = {
  node,
  python,
  java,
  csharp,
  php,
  go,
};
