/** A keyed digest of a text, in lower-case hexadecimal of at least 32 digits. The key is random and known to nobody afterwards. */
export type Digest = (text: string) => string;

/**
 * What stands for a person throughout one export: the same value, whatever the case of its letters, always gives the same. It keeps
 * the form of the value, so that whatever reads the export finds a number, an address or a word where one was.
 */
export function pseudonymOf(value: string, digest: Digest): string {
  const hex = digest(value.normalize("NFC").toLowerCase());
  if (/^-?\d[\d.]*$/.test(value))
    return `9${(BigInt(`0x${hex.slice(0, 16)}`) % 10n ** 14n).toString().padStart(14, "0")}`;
  const name = `person-${hex.slice(0, 12)}`;
  return value.includes("@") ? `${name}@example.invalid` : name;
}
