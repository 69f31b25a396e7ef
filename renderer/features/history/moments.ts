const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

/**
 * A moment as a row of the list shows it, in local time: today with milliseconds, this year with the minute, before that
 * the day. `sentAt` is ISO-8601 UTC.
 */
export function listTime(sentAt: string, now: Date): string {
  const moment = new Date(sentAt);
  const day = `${moment.getDate()} ${MONTHS[moment.getMonth()] ?? ""}`;
  const clock = `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
  if (moment.toDateString() === now.toDateString()) {
    return `${clock}:${pad(moment.getSeconds())}.${pad(moment.getMilliseconds(), 3)}`;
  }
  if (moment.getFullYear() === now.getFullYear()) return `${day} ${clock}`;
  return `${day} ${moment.getFullYear()}`;
}

/** A moment to the millisecond in UTC, as the vendor's documents write it. */
export function exactTime(sentAt: string): string {
  return new Date(sentAt).toISOString().replace("T", " ").replace("Z", " UTC");
}
