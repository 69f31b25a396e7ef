/** Of every unit from U+0800 on, and of U+FFFD, which stands for half a surrogate pair. */
const THREE_BYTES = 3;

const encoder = new TextEncoder();

/** The bytes of a text in UTF-8, without a byte-order mark of its own. Half a surrogate pair becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** How many bytes `encodeUtf8` gives, without making them. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(offset + 1))) {
      length += 4;
      offset += 1;
    } else length += THREE_BYTES;
  }
  return length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
