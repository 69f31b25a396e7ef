/** A sentence for places that React does not draw: as `Sentence`, names between backticks are set in bold. */
export function sentenceNode(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const parts = text.split("`");
  const hasPairs = parts.length % 2 === 1;
  if (!hasPairs) fragment.append(text);
  for (const [index, part] of hasPairs ? parts.entries() : []) {
    if (index % 2 === 0) fragment.append(part);
    else fragment.append(boldNode(part));
  }
  return fragment;
}

function boldNode(text: string): HTMLElement {
  const element = document.createElement("strong");
  element.textContent = text;
  return element;
}
