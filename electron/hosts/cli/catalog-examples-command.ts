import { z } from "zod";
import { composeRequest } from "../../../shared/compose/compose.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Severity } from "../../../shared/domain/finding.ts";
import {
  apiSchema,
  connectionSchema,
  DEFAULT_RULE_PROFILE,
  LOCAL_GATEWAY_ENDPOINT,
  SANDBOX_TENANT_NUMBER,
} from "../../../shared/domain/tenant.ts";
import { generateExample } from "../../../shared/examples/generate.ts";
import { invalidVariants } from "../../../shared/examples/invalid-variants.ts";
import { exampleModes, type ExampleInput } from "../../../shared/examples/types.ts";
import { seededRandom } from "../../../shared/random/seeded-random.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { chooseCatalog } from "./catalog-choice.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { printedFinding, type PrintedFinding } from "./findings-output.ts";
import { commonOptions, wholeNumber } from "./options.ts";
import { painterFor, printable, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const EXAMPLE_KINDS = [...exampleModes, "invalid"] as const;

export const catalogExamplesOptionsSchema = z.object({
  ...commonOptions,
  catalog: z.string(),
  event: z.string().optional(),
  api: apiSchema.default("optievent"),
  kind: z.enum(EXAMPLE_KINDS, `--kind is one of ${EXAMPLE_KINDS.join(", ")}.`).default("plausible"),
  seed: wholeNumber("--seed", 0, 4_294_967_295).default(1),
  at: z.iso.datetime({ offset: true, error: "--at must be a time such as 2026-11-23T10:00:00Z." }).optional(),
  tenantId: wholeNumber("--tenant-id", 1, Number.MAX_SAFE_INTEGER).default(SANDBOX_TENANT_NUMBER),
});
export type CatalogExamplesOptions = z.infer<typeof catalogExamplesOptionsSchema>;

/** An example as `--json` prints it; what is wrong on purpose names its rule, and the findings say what it does break. */
type PrintedExample = {
  readonly event: string;
  readonly kind: CatalogExamplesOptions["kind"];
  readonly rule: string | null;
  readonly severity: Severity | null;
  readonly path: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly findings: readonly PrintedFinding[];
};

/**
 * Examples of the events of a catalog, or of one: the same seed and moment give the same texts. Ends with 1 where an event
 * has none. Codes: `event.not-found`, those of `chooseCatalog`.
 */
export async function catalogExamplesCommand(
  terminal: Terminal,
  options: CatalogExamplesOptions,
): Promise<Result<ExitCode>> {
  const chosen = await chooseCatalog(terminal, accessWorkspace(terminal, options), options.catalog);
  if (!chosen.ok) return chosen;
  const catalog = chosen.value?.catalog ?? null;
  const events = (catalog?.events ?? []).filter(
    ({ key }) => options.event === undefined || key === options.event,
  );
  if (catalog === null || (options.event !== undefined && events.length === 0)) {
    return failure("event.not-found", `The catalog has no event "${options.event ?? ""}".`);
  }
  const now = options.at === undefined ? terminal.now() : new Date(options.at);
  const examples: PrintedExample[] = [];
  let ok = true;
  for (const event of events) {
    const made = examplesOf(exampleInput(event, options, now), options.kind, catalog);
    for (const problem of made.problems) say(terminal, `${event.key}: ${problem}`);
    ok &&= made.problems.length === 0;
    examples.push(...made.examples);
  }
  if (options.json === true) printJson(terminal, { ok, seed: options.seed, examples });
  else printExamples(terminal, examples);
  return success(ok ? EXIT.done : EXIT.findings);
}

function exampleInput(event: CatalogEvent, options: CatalogExamplesOptions, now: Date): ExampleInput {
  const { api, seed, tenantId: tenantNumber } = options;
  const connection = connectionSchema.parse({ api, endpoint: LOCAL_GATEWAY_ENDPOINT });
  const ruleProfile = DEFAULT_RULE_PROFILE;
  return {
    api,
    event,
    eventKey: event.key,
    tenantNumber,
    connection,
    ruleProfile,
    identity: null,
    seed,
    now,
  };
}

function examplesOf(
  input: ExampleInput,
  kind: CatalogExamplesOptions["kind"],
  catalog: Catalog,
): { readonly examples: readonly PrintedExample[]; readonly problems: readonly string[] } {
  const event = input.eventKey;
  const composed = (draft: string): Pick<PrintedExample, "text" | "findings"> => {
    const { connection, tenantNumber, ruleProfile, now } = input;
    const random = seededRandom(input.seed);
    const url = connection.endpoint;
    const about = { connection, url, tenantNumber, catalog, ruleProfile, variables: {}, now, random };
    const { text, requestFindings } = composeRequest({ ...about, text: draft });
    return { text, findings: requestFindings.map(printedFinding) };
  };
  if (kind === "invalid") {
    const variants = invalidVariants(input);
    const examples = variants.map(({ rule, severity, path, title, text }) => {
      return { event, kind, rule, severity, path, title, ...composed(text) };
    });
    const why =
      "Not even a right event can be made of it for this API, so none is made that is wrong in one thing.";
    return { examples, problems: variants.length === 0 ? [why] : [] };
  }
  const { text, problems } = generateExample(input, kind);
  const right = { event, kind, rule: null, severity: null, path: null, title: null, ...composed(text) };
  return {
    examples: [right],
    problems: problems.map(({ parameter, message }) =>
      parameter === null ? message : `${parameter}: ${message}`,
    ),
  };
}

/** One alone is printed as it is, to be piped on; several have a line above that says what they are. */
function printExamples(terminal: Terminal, examples: readonly PrintedExample[]): void {
  const paint = painterFor(terminal, terminal.stdout);
  for (const { event, rule, severity, path, title, text } of examples) {
    const about =
      rule === null ? event : `${event}: ${rule} (${severity} at ${path || "the body"}): ${title}`;
    if (examples.length > 1) terminal.stdout.write(`${paint("bold", `# ${printable(about)}`)}\n`);
    terminal.stdout.write(`${text}\n`);
  }
}
