/** What of a text is struck out, and what is not. */
export type StruckText = { readonly kept: string; readonly struck: string };

/** Whoever strikes a name out may mean that it is gone, which only they know. */
const IS_STRUCK = "This is struck out in the source. It was taken all the same; leave it out if it is gone.";

/** Something that is struck out beside something that is not was replaced by it. Struck out alone it is all there is. */
export function takenOf(text: StruckText): string {
  return isAllThereIs(text) ? text.kept + text.struck : text.kept;
}

/** What is to be said of a text with something struck out in it; null where there is nothing of that kind. */
export function aboutStruck(text: StruckText): string | null {
  if (text.struck.trim() === "") return null;
  return isAllThereIs(text) ? IS_STRUCK : IS_PARTLY_STRUCK;
}

const IS_PARTLY_STRUCK =
  "A part of this is struck out in the source. Only what is not struck out was taken; check that it is what is meant.";

/** Neither marks of Markdown nor a label without its value are a replacement. */
export function isAllThereIs({ kept }: StruckText): boolean {
  return /(?:^|:)[\s*_`#>]*$/.test(kept);
}
