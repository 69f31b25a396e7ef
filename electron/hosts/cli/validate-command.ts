import { z } from "zod";
import { apiSchema } from "../../../shared/domain/tenant.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { validatePayload } from "../../../shared/validation/validate.ts";
import { chooseCatalog } from "./catalog-choice.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { countFindings, formatFindings, hasError, printedFinding } from "./findings-output.ts";
import { commonOptions } from "./options.ts";
import { readInputText } from "./read-input.ts";
import { recogniseApi } from "./recognise-api.ts";
import { painterFor, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const validateOptionsSchema = z.object({
  ...commonOptions,
  file: z.string().default("-"),
  api: apiSchema.optional(),
  catalog: z.string().optional(),
});
export type ValidateOptions = z.infer<typeof validateOptionsSchema>;

/** Findings of a payload; ends with 1 where one of them is an error. */
export async function validateCommand(
  terminal: Terminal,
  options: ValidateOptions,
): Promise<Result<ExitCode>> {
  const text = await readInputText(terminal, options.file);
  if (!text.ok) return text;
  const chosen = await chooseCatalog(terminal, accessWorkspace(terminal, options.workspace), options.catalog);
  if (!chosen.ok) return chosen;
  const api = options.api ?? recogniseApi(text.value);
  if (options.api === undefined) say(terminal, `API: ${api}, by the fields of the body.`);
  const { findings } = validatePayload({
    text: text.value,
    api,
    catalog: chosen.value?.catalog ?? null,
    now: terminal.now(),
  });
  const ok = !hasError(findings);
  if (options.json === true) {
    printJson(terminal, { ok, api, findings: findings.map(printedFinding) });
  } else {
    const paint = painterFor(terminal, terminal.stdout);
    const verdict = ok ? paint("green", "ok") : paint("red", "not ok");
    terminal.stdout.write(`${formatFindings(terminal, findings)}${verdict}: ${countFindings(findings)}\n`);
  }
  return success(ok ? EXIT.done : EXIT.findings);
}
