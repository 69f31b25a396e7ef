const WRITTEN: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
};

const LOCAL = new Intl.DateTimeFormat("en-GB", { ...WRITTEN, timeZoneName: "shortOffset" });
const UTC = new Intl.DateTimeFormat("en-GB", { ...WRITTEN, timeZone: "UTC" });

/** A moment as the clock on this computer's wall shows it. */
export function localWords(epochMs: number): string {
  return LOCAL.format(new Date(epochMs));
}

export function utcWords(epochMs: number): string {
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
