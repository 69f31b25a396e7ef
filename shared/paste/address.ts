/** An address without what may be a credential in it, and a note if there was something of the kind. */
export type Address = { readonly url: string | null; readonly notes: readonly string[] };

/** The endpoints take neither a user nor a query, so both are left out. Text that is no address is kept as it is. */
export function cleanAddress(written: string | null): Address {
  if (written === null || written.trim() === "") return { url: null, notes: [] };
  const path = /^[^?#]*/.exec(written.trim())?.[0] ?? "";
  const url = path.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/@]*@/i, "$1");
  if (url === written.trim()) return { url, notes: [] };
  return { url, notes: ["User name, query and fragment of the address were left out."] };
}

/** A note that names the headers that were left out, and says why a signature is not taken over. */
export function headersNote(names: readonly string[]): readonly string[] {
  const unique = [...new Set(names)].filter((name) => name !== "");
  if (unique.length === 0) return [];
  const shown = unique.slice(0, 12).join(", ") + (unique.length > 12 ? " and more" : "");
  const isSigned = unique.some((name) => /^x-optimove-signature/i.test(name));
  const signature = isSigned ? " A signature fits only the bytes it was made for." : "";
  return [`Headers were left out: ${shown}.${signature}`];
}
