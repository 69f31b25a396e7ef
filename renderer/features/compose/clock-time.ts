const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** The local time of day of a moment, for exchanges of today. */
export function clockTime(iso: string): string {
  return TIME.format(new Date(iso));
}
