/** What to do about the input of a call that is longer than a host takes at once. */
export const CALL_TOO_LARGE =
  "This is more than the window can hand over at once. Do it in parts: with fewer events, or with a shorter text.";
