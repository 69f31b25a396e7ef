import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { exchangeSchema } from "../../../shared/domain/exchange.ts";
import { hashContent, NO_SEAL, SEALED_COLUMNS, sealEntry } from "./chain.ts";
import { hasBits, ruleText } from "./exchange-facts.ts";

/**
 * Begins the chain: rows recorded before there was one are sealed as they are now, which proves nothing about the time until
 * then; `sealed_later` says how many they are.
 */
export function sealEarlierRows(database: DatabaseSync): void {
  const rows = database.prepare(
    "SELECT * FROM exchange JOIN exchange_body USING (sequence) ORDER BY sequence",
  );
  const update = database.prepare("UPDATE exchange SET rules = ?, has = ?, seal = ? WHERE sequence = ?");
  let seal = NO_SEAL;
  let last = 0;
  let count = 0;
  for (const row of rows.iterate()) {
    const { rules, has } = factsOf(row["record"]);
    const whole: Record<string, SQLOutputValue> = { ...row, rules, has };
    const values = SEALED_COLUMNS.map((name) => whole[name] ?? null);
    last = Number(row["sequence"]);
    seal = sealEntry(seal, last, hashContent(values, row["request"] ?? null, row["response"] ?? null));
    update.run(rules, has, seal, last);
    count += 1;
  }
  database.prepare("INSERT INTO chain VALUES (1, ?, ?, ?)").run(last, seal, count);
}

const withoutBodies = exchangeSchema.omit({ request: true, response: true });

/** A record that cannot be read has no facts; it is sealed all the same, as it is. */
function factsOf(record: unknown): { readonly rules: string; readonly has: number } {
  try {
    const json: unknown = JSON.parse(String(record));
    const exchange = withoutBodies.parse(json);
    const response = typeof json === "object" && json !== null && "response" in json ? json.response : null;
    return {
      rules: ruleText(exchange.findings),
      has: hasBits({ ...exchange, hasAnswer: response !== null }),
    };
  } catch {
    return { rules: "", has: 0 };
  }
}
