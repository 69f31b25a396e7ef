import type { LanguageRunner } from "./run-languages.ts";
import { folderWith, hasTool, run } from "./run-program.ts";

/**
 * By Mono, which Debian packages and whose compiler knows C# 7: what the programs take from newer versions is written in older
 * words first. Every literal, header and byte of them stays as it is.
 */
export const csharp: LanguageRunner = {
  missing:
    hasTool("mcs", ["--version"]) && hasTool("mono", ["--version"])
      ? null
      : "Mono (mono-mcs, mono-runtime, libmono-system-net-http4.0-cil) is not installed",
  async runAll(programs, variables) {
    const files = programs.map(
      (program, index) => [`Program${index}.cs`, inOlderWords(program, index)] as const,
    );
    const calls = programs.map((_, index) => `if (Program${index}.Send().Result != 0) return 1;`).join(" ");
    const all = `class All { static int Main() { ${calls} return 0; } }`;
    const folder = await folderWith({ ...Object.fromEntries(files), "All.cs": all });
    await run("mcs", ["-r:System.Net.Http", "-out:All.exe", "*.cs"], folder);
    await run("mono", ["All.exe"], folder, variables);
  },
};

/** Statements of no class, `using var` and `Convert.ToHexString` came after C# 7 and its libraries. */
function inOlderWords(program: string, index: number): string {
  const lines = program
    .replaceAll(/^using var /gmu, "var ")
    .replace(/Convert\.ToHexString\((.+?\))\)/u, 'BitConverter.ToString($1).Replace("-", "")')
    .split("\n");
  const isImport = (line: string) => /^using [\w.]+;$/u.test(line);
  const imports = ["using System.Threading.Tasks;", ...lines.filter(isImport)];
  const rest = lines.filter((line) => !isImport(line));
  const helper = rest.findIndex((line) => line.startsWith("static string"));
  const end = helper === -1 ? rest.length : helper;
  return [
    ...imports,
    `static class Program${index}`,
    "{",
    "public static async Task<int> Send()",
    "{",
    ...rest.slice(0, end),
    "}",
    ...rest.slice(end),
    "}",
  ].join("\n");
}
