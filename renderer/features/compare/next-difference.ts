/** Puts the keyboard on the next difference that counts, after the one it is on; round and round. */
export function nextDifference(container: HTMLElement | null, step: 1 | -1): void {
  const rows = [...(container?.querySelectorAll<HTMLElement>("[data-difference]") ?? [])];
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : (at + step + rows.length) % rows.length;
  rows[next]?.focus({ preventScroll: true });
  rows[next]?.scrollIntoView({ block: "center" });
}
