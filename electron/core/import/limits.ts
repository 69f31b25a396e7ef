/** What is beyond these is refused with a sentence, because a file from elsewhere may be made to fill disk or memory. */
export const IMPORT_LIMITS = {
  fileBytes: 512 * 1024 * 1024,
  /** Of one file in a zip, unpacked. */
  unpackedBytes: 1024 * 1024 * 1024,
  /** How much larger than packed a file in a zip may be; text packs ten to thirty times. */
  ratio: 250,
  zipEntries: 1_000,
  exchanges: 250_000,
  /** UTF-16 units: an answer of 20 MB in base64, escaped, and the rest. */
  exchangeLength: 64 * 1024 * 1024,
} as const;
