/** The keys of an action in one spelling: modifiers in the order Mod, Ctrl, Alt, Shift, then the key, e.g. `Mod+Shift+V`. */
export type Shortcut = string;

/** What is read of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const MODIFIER_KEYS = new Set(["Control", "Meta", "Alt", "Shift", "AltGraph", "OS", "CapsLock", "Dead"]);

/**
 * The shortcut that a key press is; null while only modifiers are held. `Mod` is Ctrl, on a Mac Command. With Alt a letter or
 * digit is told by its place, because Alt makes another character of it; of a sign it does not matter whether Shift made it.
 */
export function shortcutOf(press: KeyPress, isMac: boolean): Shortcut | null {
  if (MODIFIER_KEYS.has(press.key)) return null;
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  const hasControl = isMac ? press.ctrlKey : press.metaKey;
  const key = keyName(press);
  const isSign = press.key.length === 1 && !/[\p{L}\p{N} ]/u.test(press.key);
  return [
    ...(hasMod ? ["Mod"] : []),
    ...(hasControl ? ["Ctrl"] : []),
    ...(press.altKey ? ["Alt"] : []),
    ...(press.shiftKey && !isSign ? ["Shift"] : []),
    key,
  ].join("+");
}

const BRACKETS: Readonly<Record<string, string>> = { BracketLeft: "[", BracketRight: "]" };

function keyName({ key, code, altKey }: KeyPress): string {
  if (altKey && Object.hasOwn(BRACKETS, code)) return BRACKETS[code] ?? key;
  const byPlace = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  if (altKey && byPlace !== null) return byPlace[1] ?? byPlace[2] ?? key;
  if (key === " ") return "Space";
  if (key === "+") return "Plus";
  return key.length === 1 ? key.toUpperCase() : key;
}

/** Whether a key without a modifier that makes a command of it would type a character. */
export function typesCharacter(shortcut: Shortcut): boolean {
  const parts = shortcut.split("+");
  const key = parts.at(-1) ?? "";
  return (
    !parts.some((part) => part === "Mod" || part === "Ctrl" || part === "Alt") &&
    (key.length === 1 || key === "Space" || key === "Plus")
  );
}

const NAMES: Readonly<Record<string, string>> = {
  Enter: "⏎",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Plus: "+",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Delete: "Del",
  Backspace: "⌫",
};

/** The keys one by one as they are shown: `Ctrl`, `⏎`. `isMac` writes Command and Option as a Mac does. */
export function shortcutKeys(shortcut: Shortcut, isMac: boolean): readonly string[] {
  return shortcut.split("+").map((part) => {
    if (part === "Mod") return isMac ? "⌘" : "Ctrl";
    if (part === "Ctrl") return isMac ? "Ctrl" : "Meta";
    if (part === "Alt" && isMac) return "⌥";
    return NAMES[part] ?? part;
  });
}
