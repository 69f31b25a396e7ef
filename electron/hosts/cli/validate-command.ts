import { z } from "zod";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import { apiSchema, type Api } from "../../../shared/domain/tenant.ts";
import type { PasteCandidate } from "../../../shared/paste/types.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { validatePayload } from "../../../shared/validation/validate.ts";
import { chooseCatalog } from "./catalog-choice.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { countFindings, formatFindings, hasError, printedFinding } from "./findings-output.ts";
import { commonOptions } from "./options.ts";
import { pastedEvents } from "./pasted-events.ts";
import { readInputText } from "./read-input.ts";
import { recogniseApi } from "../../../shared/paste/recognise-api.ts";
import { painterFor, printable, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const validateOptionsSchema = z.object({
  ...commonOptions,
  file: z.string().default("-"),
  api: apiSchema.optional(),
  catalog: z.string().optional(),
});
export type ValidateOptions = z.infer<typeof validateOptionsSchema>;

/** Findings of a payload, or of the events in what was pasted; ends with 1 where one of them is an error. */
export async function validateCommand(
  terminal: Terminal,
  options: ValidateOptions,
): Promise<Result<ExitCode>> {
  const text = await readInputText(terminal, options.file);
  if (!text.ok) return text;
  const chosen = await chooseCatalog(terminal, accessWorkspace(terminal, options), options.catalog);
  if (!chosen.ok) return chosen;
  const pasted = pastedEvents(terminal, text.value);
  if (!pasted.ok) return pasted;
  const catalog = chosen.value?.catalog ?? null;
  if (pasted.value.length > 1) {
    const judged = pasted.value.map((event) =>
      judge(terminal, event.text, options.api ?? event.api, catalog),
    );
    return success(printSeveral(terminal, options, pasted.value, judged));
  }
  const [event] = pasted.value;
  const api = options.api ?? event?.api ?? recogniseApi(text.value);
  if (options.api === undefined) say(terminal, `API: ${api}, by the fields of the body.`);
  return success(printOne(terminal, options, judge(terminal, event?.text ?? text.value, api, catalog)));
}

type Judged = { readonly api: Api; readonly findings: readonly Finding[]; readonly ok: boolean };

function judge(terminal: Terminal, text: string, api: Api, catalog: Catalog | null): Judged {
  const { findings } = validatePayload({ text, api, catalog, now: terminal.now() });
  return { api, findings, ok: !hasError(findings) };
}

function printOne(terminal: Terminal, options: ValidateOptions, { api, findings, ok }: Judged): ExitCode {
  if (options.json === true) printJson(terminal, { ok, api, findings: findings.map(printedFinding) });
  else terminal.stdout.write(verdictText(terminal, findings, ok));
  return ok ? EXIT.done : EXIT.findings;
}

function printSeveral(
  terminal: Terminal,
  options: ValidateOptions,
  events: readonly PasteCandidate[],
  judged: readonly Judged[],
): ExitCode {
  const ok = judged.every((one) => one.ok);
  if (options.json === true) {
    const printed = judged.map((one, index) => ({
      api: one.api,
      event: events[index]?.event ?? null,
      ok: one.ok,
      findings: one.findings.map(printedFinding),
    }));
    printJson(terminal, { ok, events: printed });
  } else {
    const paint = painterFor(terminal, terminal.stdout);
    judged.forEach((one, index) => {
      const name = printable(events[index]?.event ?? "no event");
      const heading = `${index + 1}. ${name} (${one.api}, line ${events[index]?.position.line ?? 1})`;
      terminal.stdout.write(`${paint("bold", heading)}\n${verdictText(terminal, one.findings, one.ok)}`);
    });
    const wrong = judged.filter((one) => !one.ok).length;
    terminal.stdout.write(`${judged.length} events: ${judged.length - wrong} ok, ${wrong} not ok\n`);
  }
  return ok ? EXIT.done : EXIT.findings;
}

function verdictText(terminal: Terminal, findings: readonly Finding[], ok: boolean): string {
  const paint = painterFor(terminal, terminal.stdout);
  const verdict = ok ? paint("green", "ok") : paint("red", "not ok");
  return `${formatFindings(terminal, findings)}${verdict}: ${countFindings(findings)}\n`;
}
