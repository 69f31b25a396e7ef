const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

/**
 * A moment as a row of the list shows it, in local time: today with milliseconds or, where there is little room, with seconds;
 * this year with the minute; before that the day. `sentAt` is ISO-8601 UTC.
 */
export function listTime(sentAt: string, now: Date, isShort = false): string {
  const moment = new Date(sentAt);
  const day = dayOf(moment);
  const clock = `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
  if (moment.toDateString() === now.toDateString()) {
    const seconds = `${clock}:${pad(moment.getSeconds())}`;
    return isShort ? seconds : `${seconds}.${pad(moment.getMilliseconds(), 3)}`;
  }
  if (moment.getFullYear() === now.getFullYear()) return isShort ? day : `${day} ${clock}`;
  return `${day} ${moment.getFullYear()}`;
}

function dayOf(moment: Date): string {
  return `${moment.getDate()} ${MONTHS[moment.getMonth()] ?? ""}`;
}

/** A moment to the millisecond in UTC, as the vendor's documents write it. */
export function exactTime(sentAt: string): string {
  return new Date(sentAt).toISOString().replace("T", " ").replace("Z", " UTC");
}

/** A moment to the minute in local time, with its day: `22 Nov 2026 11:41`. */
export function dayAndTime(sentAt: string): string {
  const moment = new Date(sentAt);
  return `${dayOf(moment)} ${moment.getFullYear()} ${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}

/** A moment that is a whole minute in local time, with its day; any other text as it is. */
export function wholeMinute(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:00(?:\.0+)?Z$/u.test(text) ? dayAndTime(text) : text;
}
