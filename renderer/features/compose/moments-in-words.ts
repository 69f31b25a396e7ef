const WRITTEN: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
};

const UTC = new Intl.DateTimeFormat("en-GB", { ...WRITTEN, timeZone: "UTC" });

/** A moment on this computer's clock and in UTC, for whoever thinks in the one and reads the other; once where they agree. */
export function momentWords(epochMs: number): readonly string[] {
  const isSame = new Date(epochMs).getTimezoneOffset() === 0;
  return isSame ? [utcWords(epochMs)] : [localWords(epochMs), utcWords(epochMs)];
}

/** Whether this computer's clock shows UTC all year, so that one clock is enough to pick a time on. */
export function isClockInUtc(): boolean {
  const year = new Date().getFullYear();
  return [0, 6].every((month) => new Date(year, month, 1).getTimezoneOffset() === 0);
}

/** Asks for the zone each time, since a computer may be taken to another one. */
function localWords(epochMs: number): string {
  return new Date(epochMs).toLocaleString("en-GB", { ...WRITTEN, timeZoneName: "shortOffset" });
}

function utcWords(epochMs: number): string {
  return `${UTC.format(new Date(epochMs))} UTC`;
}

/** A moment as a date and time field takes it, `2020-04-12T17:32:06.094`, on the clock of UTC or of this computer. */
export function toInput(epochMs: number, clock: "local" | "utc"): string {
  const shift = clock === "utc" ? 0 : new Date(epochMs).getTimezoneOffset() * 60_000;
  return new Date(epochMs - shift).toISOString().slice(0, -1);
}

/** The moment of such a field; null for what is none. */
export function fromInput(value: string, clock: "local" | "utc"): number | null {
  const epochMs = new Date(clock === "utc" ? `${value}Z` : value).getTime();
  return Number.isNaN(epochMs) ? null : epochMs;
}
