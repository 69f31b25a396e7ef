import { newDraftText } from "../../shared/compose/new-draft.ts";
import { demoCatalog } from "../../shared/demo/demo-catalog.ts";
import {
  connectionSchema,
  LOCAL_GATEWAY_ENDPOINT,
  SANDBOX_TENANT_NUMBER,
  type Api,
} from "../../shared/domain/tenant.ts";
import { seededRandom } from "../../shared/random/seeded-random.ts";
import { validatePayload } from "../../shared/validation/validate.ts";
import type { Benchmark, Measurement } from "./measurement.ts";

const DOCUMENTS = 50_000;

/** How many random documents a second validation reads: right ones, wrong ones and ones that are no JSON. */
export const validateRate: Benchmark = {
  name: "validate 50,000 random documents",
  async run() {
    const documents = makeDocuments(DOCUMENTS);
    const now = new Date();
    let withErrors = 0;
    const start = performance.now();
    for (const { api, text } of documents) {
      const { findings } = validatePayload({ api, text, catalog: demoCatalog, now });
      if (findings.some(({ severity }) => severity === "error")) withErrors += 1;
    }
    const seconds = (performance.now() - start) / 1000;
    return [measurement(DOCUMENTS / seconds, withErrors)];
  },
};

function measurement(rate: number, withErrors: number): Measurement {
  return {
    name: `validate, ${DOCUMENTS.toLocaleString("en-GB")} random documents (${withErrors.toLocaleString("en-GB")} with errors)`,
    value: rate,
    unit: "1/s",
    target: "reported, no target",
    met: true,
  };
}

function makeDocuments(count: number): { readonly api: Api; readonly text: string }[] {
  const random = seededRandom(20_261_123);
  const originals = (["optievent", "realtime"] as const).flatMap((api) =>
    demoCatalog.events.map((event) => ({
      api,
      text: newDraftText({
        api,
        event,
        eventKey: event.key,
        tenantNumber: SANDBOX_TENANT_NUMBER,
        connection: connectionSchema.parse({ api, endpoint: LOCAL_GATEWAY_ENDPOINT }),
      }),
    })),
  );
  return Array.from({ length: count }, () => {
    const original = originals[Math.floor(random() * originals.length)] ?? {
      api: "optievent" as const,
      text: "{}",
    };
    return { api: original.api, text: damage(original.text, random) };
  });
}

/** Leaves a third as they are and otherwise cuts, doubles or replaces a piece somewhere. */
function damage(text: string, random: () => number): string {
  const from = Math.floor(random() * text.length);
  const to = Math.min(text.length, from + 1 + Math.floor(random() * 12));
  switch (Math.floor(random() * 6)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(from);
    case 2:
      return `${text.slice(0, from)}"${text.slice(to)}`;
    case 3:
      return text.replace(/"[^"]*"(?=[,\n])/u, "12345678901234567890");
    default:
      return text;
  }
}
