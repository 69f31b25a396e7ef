import { randomInt } from "node:crypto";

const LARGEST_STEP = 1000;

/**
 * Makes the ids of accepted events: 16 digits like the vendor's, each larger than the one before and so never given twice
 * by one gateway. They start at a random place, so that two gateways do not give the same ones.
 */
export function createReferences(): () => string {
  // randomInt reaches 48 bits; the factor spreads them over 16 digits and leaves some 900 million million before a
  // number would lose its last digit.
  let last = 1e15 + randomInt(2 ** 48 - 1) * 25;
  return () => {
    last += randomInt(1, LARGEST_STEP);
    return String(last);
  };
}
