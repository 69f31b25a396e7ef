/** A page without script, style or reference to anything: a heading and a sentence. Texts are ours, never a request's. */
export function plainPage(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}

const HOW_TO_GET_A_LINK =
  "Run the command that started the console again, in another terminal: it prints a new link.";

export const usedLinkPage = plainPage(
  "This link was used already",
  `A start link works once, in one browser. ${HOW_TO_GET_A_LINK}`,
);

export const noSessionPage = plainPage(
  "This browser is not signed in to the console",
  `The console opens through the link that its start prints. ${HOW_TO_GET_A_LINK}`,
);

/**
 * Goes on to the window. A redirect would count as coming from wherever the link was followed, for which browsers hold
 * back a strict cookie; a step from a page of our own does not.
 */
export function goOnPage(address: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>OptiEvent Console</title><meta http-equiv="refresh" content="0;url=${address}"></head>
<body><p><a href="${address}">Open the console</a></p></body>
</html>
`;
}
