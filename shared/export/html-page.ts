// The frame of the HTML export: its looks and the search. Both stand in the page itself, allowed by their hashes and nothing
// else, so that the page opens from disk, asks nobody for anything, and nothing that an exchange holds can run.

export const PAGE_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dce1, #33373d); --muted: light-dark(#5b6370, #9aa3af);
  --panel: light-dark(#f6f7f9, #1d2024); --accepted: light-dark(#176f3a, #5ecb86); --rejected: light-dark(#a4281f, #ff8d84);
  --other: light-dark(#7a5200, #e9b44c); }
* { box-sizing: border-box; }
body { margin: 0; font: 13px/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181b); color: light-dark(#1b1f24, #e4e7eb); }
header { position: sticky; top: 0; z-index: 1; padding: 12px 20px; background: inherit; border-bottom: 1px solid var(--line); }
h1 { margin: 0 0 4px; font-size: 16px; }
h2 { margin: 16px 0 4px; font-size: 13px; }
header p, header ul { margin: 2px 0; color: var(--muted); }
header ul { padding-left: 18px; }
form { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-top: 8px; }
input, select { font: inherit; padding: 4px 8px; border: 1px solid var(--line); border-radius: 4px; background: transparent; color: inherit; }
option { color: CanvasText; background: Canvas; }
input { width: min(420px, 60vw); }
main { padding: 8px 20px 40px; }
details { border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 33px; }
details[hidden] { display: none; }
summary { display: flex; gap: 12px; padding: 6px 4px; cursor: pointer; align-items: baseline; }
summary:hover { background: var(--panel); }
summary > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; unicode-bidi: isolate; }
.outcome { flex: 0 0 96px; font-weight: 600; color: var(--other); }
.accepted .outcome { color: var(--accepted); }
.rejected .outcome, .failed .outcome { color: var(--rejected); }
.event { flex: 1 1 30%; font-weight: 600; }
.whose { flex: 1 1 30%; }
.number { flex: 0 0 72px; text-align: right; font-variant-numeric: tabular-nums; }
time { flex: 0 0 200px; color: var(--muted); font-variant-numeric: tabular-nums; }
.inside { padding: 0 4px 16px 20px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 8px 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; unicode-bidi: isolate; }
pre { margin: 4px 0; padding: 8px 12px; background: var(--panel); border: 1px solid var(--line); border-radius: 4px;
  white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.5 ui-monospace, monospace; unicode-bidi: isolate; }
li { overflow-wrap: anywhere; unicode-bidi: isolate; }
@media print { header { position: static; } form { display: none; } }
`;

/**
 * Makes the inside of an exchange when it is opened, out of text in which every value was escaped. Looks through exchanges for some
 * milliseconds at a time, so that typing is never held up, however many there are.
 */
export const PAGE_SCRIPT = `
"use strict";
(() => {
  const all = Array.from(document.querySelectorAll("main > details"));
  const search = document.getElementById("search");
  const outcome = document.getElementById("outcome");
  const found = document.getElementById("found");
  const commentOf = (details) => Array.from(details.childNodes).find((node) => node.nodeType === Node.COMMENT_NODE);
  const build = (details) => {
    const written = commentOf(details);
    if (written === undefined) return;
    const inside = document.createElement("div");
    inside.className = "inside";
    inside.innerHTML = written.data;
    written.replaceWith(inside);
  };
  document.addEventListener("toggle", (event) => build(event.target), true);
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const escaped = (word) => word.replace(/[&<>"']/g, (character) => ENTITIES[character]);
  const texts = new Map();
  const textOf = (details) => {
    let text = texts.get(details);
    if (text === undefined) {
      const inside = commentOf(details)?.data ?? details.lastElementChild.innerHTML;
      text = (escaped(details.firstElementChild.textContent) + " " + inside.replace(/<[^>]*>/g, " ")).toLowerCase();
      texts.set(details, text);
    }
    return text;
  };
  const count = (number) => number === 1 ? "1 exchange" : number.toLocaleString("en-GB") + " exchanges";
  // All at once: each part that is shown or hidden by itself would have all others laid out again.
  const show = (fits) => {
    all.forEach((details, index) => {
      if (details.hidden === fits[index]) details.hidden = !fits[index];
    });
    const shown = fits.filter(Boolean).length;
    found.textContent = shown === all.length ? count(all.length) : shown.toLocaleString("en-GB") + " of " + count(all.length);
  };
  let run = 0;
  const look = () => {
    const mine = (run += 1);
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean).map(escaped);
    const chosen = outcome.value;
    const fits = [];
    const some = () => {
      if (mine !== run) return;
      const until = performance.now() + 12;
      while (fits.length < all.length && performance.now() < until) {
        const details = all[fits.length];
        fits.push((chosen === "" || details.classList.contains(chosen)) && words.every((word) => textOf(details).includes(word)));
      }
      if (fits.length < all.length) setTimeout(some);
      else show(fits);
    };
    some();
  };
  search.addEventListener("input", look);
  outcome.addEventListener("change", look);
  search.form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target === search) return;
    event.preventDefault();
    search.focus();
  });
  document.getElementById("tools").hidden = false;
  look();
})();
`;
