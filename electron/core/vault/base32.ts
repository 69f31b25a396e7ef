// Crockford's base 32: digits and capital letters without I, L, O and U, so that what is read aloud or copied by hand is
// not mistaken. https://www.crockford.com/base32.html

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS = 5;

/** Bytes as text. Their bits must be a multiple of five. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    held += 8;
    while (held >= BITS) {
      held -= BITS;
      text += DIGITS[(buffer >> held) & 31] ?? "";
    }
    buffer &= (1 << held) - 1;
  }
  return text;
}

/** The bytes of a text in which letters may be small and I, L and O stand for the digits they look like; else null. */
export function fromBase32(text: string): Buffer | null {
  const bytes: number[] = [];
  let buffer = 0;
  let held = 0;
  for (const character of text.toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1")) {
    const digit = DIGITS.indexOf(character);
    if (digit === -1) return null;
    buffer = (buffer << BITS) | digit;
    held += BITS;
    if (held >= 8) {
      held -= 8;
      bytes.push((buffer >> held) & 255);
    }
    buffer &= (1 << held) - 1;
  }
  return Buffer.from(bytes);
}
