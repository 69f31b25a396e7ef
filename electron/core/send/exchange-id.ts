import { randomUUID } from "node:crypto";

/**
 * An id for an exchange: a UUID of version 7 (RFC 9562), which begins with the time. Ids that follow each other are written beside each
 * other into the database's index; entirely random ones change another page of it for each exchange.
 */
export function newExchangeId(sentAt: Date): string {
  const time = Math.max(0, sentAt.getTime()).toString(16).padStart(12, "0");
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}
