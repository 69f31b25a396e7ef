import type { EventCoverage, TenantCoverage } from "../contract/coverage-calls.ts";
import { outcomeSchema } from "../domain/exchange.ts";
import { OUTCOME_WORDS } from "../export/words.ts";
import { plural } from "../text/counts.ts";

/** A piece of a cell: words of ours, or a name or value of somebody else's, which is set apart and never read as markup. */
export type CoveragePiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "code"; readonly text: string };
export type CoverageLine = readonly CoveragePiece[];

/** A row of the report: what is declared, what was sent and what was answered, each as lines of a cell. */
export type CoverageRow = {
  /** The parameter it is about; null for the event as a whole. */
  readonly parameter: string | null;
  readonly declared: readonly CoverageLine[];
  readonly sent: readonly CoverageLine[];
  readonly answered: readonly CoverageLine[];
};

export const COVERAGE_HEADS = ["Declared", "Sent", "Answered"] as const;

const words = (text: string): CoveragePiece => ({ kind: "words", text });
const name = (text: string): CoveragePiece => ({ kind: "name", text });
const code = (text: string): CoveragePiece => ({ kind: "code", text });

/** An event side by side, and under it each parameter of which declared and sent differ. */
export function coverageRows(event: EventCoverage): CoverageRow[] {
  return [eventRow(event), ...parameterRows(event)];
}

function eventRow(event: EventCoverage): CoverageRow {
  const { gateway, tenants } = event;
  const received: CoverageLine[] =
    gateway === null ? [] : [[words(`Local gateway: ${plural(gateway.received, "request")}`)]];
  const answered: CoverageLine[] =
    gateway === null
      ? []
      : [
          [
            words(
              `Local gateway: ${gateway.received - gateway.refused} accepted, ${gateway.refused} refused`,
            ),
          ],
        ];
  const sent = [...tenants.map(sentLine), ...received];
  return {
    parameter: null,
    declared: [[words(event.isDeclared ? plural(event.declaredParameters, "parameter") : "no")]],
    sent: sent.length === 0 ? [[words("never")]] : sent,
    answered: [...tenants.map(answerLine), ...answered],
  };
}

function sentLine({ tenantName, sent, last }: TenantCoverage): CoverageLine {
  return [name(tenantName), words(`: ${plural(sent, "time")}, last ${last.sentAt}`)];
}

function answerLine({ tenantName, outcomes, last }: TenantCoverage): CoverageLine {
  const counts = outcomeSchema.options
    .filter((outcome) => outcomes[outcome] > 0)
    .map((outcome) => `${outcomes[outcome]} ${OUTCOME_WORDS[outcome].toLowerCase()}`);
  const latest = `: ${counts.join(", ")}; last ${OUTCOME_WORDS[last.outcome].toLowerCase()}: `;
  return [name(tenantName), words(latest), code(last.message)];
}

/** One row a parameter, though both some of its declared values were never sent and some that were sent are not declared. */
function parameterRows(event: EventCoverage): CoverageRow[] {
  const rows = new Map<string, { declared: CoverageLine[]; sent: CoverageLine[] }>();
  const add = (parameter: string, declared: CoverageLine, sent: CoverageLine): void => {
    const row = rows.get(parameter) ?? { declared: [], sent: [] };
    rows.set(parameter, { declared: [...row.declared, declared], sent: [...row.sent, sent] });
  };
  for (const parameter of event.neverSentParameters) add(parameter, [words("yes")], [words("never")]);
  for (const { parameter, values } of event.neverSentValues)
    add(parameter, listed(values), [words("never these")]);
  for (const { parameter, values } of event.undeclaredValues)
    add(parameter, [words("not allowed")], listed(values));
  for (const { name: parameter, count } of event.undeclaredParameters) {
    add(parameter, [words("no")], [words(plural(count, "time"))]);
  }
  return [...rows].map(([parameter, { declared, sent }]) => ({ parameter, declared, sent, answered: [] }));
}

function listed(values: readonly string[]): CoverageLine {
  return values.flatMap((value, index) => (index === 0 ? [code(value)] : [words(", "), code(value)]));
}
