import * as fc from "fast-check";

/** Bodies that come close to right ones, so that every branch of the reading is met. */
export function anyEnvelope(): fc.Arbitrary<Record<string, unknown>> {
  const anything = fc.jsonValue({ maxDepth: 2 });
  const or = (value: unknown) => fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, anything);
  return fc.record(
    {
      tenant: or(999),
      event: or("newsletter_signup"),
      customer: or("c1"),
      visitor: anything,
      timestamp: or("2020-04-12 17:32:06.094 UTC"),
      tid: or("a1b2"),
      cid: or("c1"),
      eid: or(1101),
      context: fc.oneof(
        fc.record({ email: or("a@b.example"), opt_in: or(true), extra: anything }, { requiredKeys: [] }),
        anything,
      ),
    },
    { requiredKeys: [] },
  );
}
