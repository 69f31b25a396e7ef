import type { NewDraftInput } from "../compose/new-draft.ts";
import type { CatalogEvent } from "../domain/catalog.ts";
import type { Identity } from "../domain/exchange.ts";
import type { RuleProfile } from "../domain/tenant.ts";

/**
 * `plausible` looks like real data, with most of the optional parameters; `minimal` has only what must be there, as short and
 * small as it may be; `maximal` has every parameter, as long and large as it may be.
 */
export const exampleModes = ["plausible", "minimal", "maximal"] as const;
export type ExampleMode = (typeof exampleModes)[number];

/** What an example is made of. The same input gives the same text. */
export type ExampleInput = Omit<NewDraftInput, "event"> & {
  readonly event: CatalogEvent;
  readonly ruleProfile: RuleProfile;
  /** Whom the event is about; null for somebody made up. */
  readonly identity: Identity | null;
  readonly seed: number;
  /** Times among the parameters are of the days before. The event's own stays the placeholder `{{$now}}`. */
  readonly now: Date;
};

/** What cannot be right whatever is written; `parameter` is null for the event itself. */
export type ExampleProblem = { readonly parameter: string | null; readonly message: string };

/** The text of a draft. Without problems it breaks no rule that is an error. */
export type Example = { readonly text: string; readonly problems: readonly ExampleProblem[] };
