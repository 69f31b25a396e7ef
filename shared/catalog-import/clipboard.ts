/** What was copied, as text and as markup; empty where the clipboard has no such kind. */
export type Copied = { readonly text: string; readonly html: string };

/** Where a spreadsheet says that it is one. */
const LONGEST_HEAD = 64 * 1024;
const SPREADSHEET =
  /<meta\b[^<>]{0,200}\bcontent=["']?Excel\.Sheet\b|<google-sheets-html-origin|\sdata-sheets-(?:root|value)=/i;
/** Code on a page may stand in a table of its lines. */
const CODE = /^\s*[{[]/;

/**
 * Whether a table that was copied is read from its markup, which alone has the cells that span rows and the lines within a
 * cell: browsers and word processors write tabs into the text of theirs as well, between what is left. A spreadsheet's text
 * is as exact as its markup and does not repeat what is merged.
 */
export function isReadFromMarkup({ text, html }: Copied): boolean {
  if (!/<table[\s>]/i.test(html) || CODE.test(text)) return false;
  return !SPREADSHEET.test(html.slice(0, LONGEST_HEAD));
}
