import { draftFields, draftTextOf, objectText } from "../compose/new-draft.ts";
import { userName } from "../compose/random-values.ts";
import type { Identity } from "../domain/exchange.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { exampleMembers } from "./members.ts";
import type { Example, ExampleInput, ExampleMode, ExampleProblem } from "./types.ts";

/** How many of the optional parameters an example has. */
const SHARES: Readonly<Record<ExampleMode, number>> = { plausible: 0.7, minimal: 0, maximal: 1 };

/**
 * Fills in an event: the text of a draft that breaks no rule that is an error, unless `problems` say why it cannot. The same
 * input gives the same text.
 */
export function generateExample(input: ExampleInput, mode: ExampleMode): Example {
  const { now, ruleProfile: profile, event } = input;
  const random = seededRandom(input.seed);
  const identity = input.identity ?? somebody(random);
  const { members, problems } = exampleMembers(event, { mode, random, now, profile }, SHARES[mode]);
  const text = draftTextOf(draftFields(input, identity, objectText(members)));
  return { text, problems: [...envelopeProblems(input), ...problems] };
}

/** A customer of an example, never one of the address that people send to. */
export function somebody(random: () => number): Identity {
  return { kind: "customer", value: userName(random) };
}

/** What the catalog and the tenant lack for an event that is right. */
export function envelopeProblems({ api, event, tenantNumber }: ExampleInput): ExampleProblem[] {
  const problems: ExampleProblem[] = [];
  if (api === "realtime" && event.id === undefined) {
    problems.push({ parameter: null, message: "The event has no id in the catalog, which Realtime needs." });
  }
  if (api === "optievent" && tenantNumber === null) {
    problems.push({ parameter: null, message: "The tenant has no number, which OptiEvent needs." });
  }
  return problems;
}
