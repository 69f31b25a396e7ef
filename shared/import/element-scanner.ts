/** Takes a JSON document piece by piece and gives the texts of the items of its list of exchanges as they are complete. */
export type ElementScanner = {
  /** The items that ended in this piece. Throws `SyntaxError` where an item is longer than is allowed. */
  push(piece: string): string[];
  /** Whether a list of exchanges was found, and ended. */
  isComplete(): boolean;
};

/** Where exports and HAR logs keep theirs: `exchanges`, or `entries` in `log`. */
const LISTS: readonly (readonly string[])[] = [["exchanges"], ["log", "entries"]];

type State = {
  /** The names of the members one is in, from the outside in; null for a list. */
  readonly path: (string | null)[];
  isInString: boolean;
  isEscaped: boolean;
  /** A string that can still turn out to be a member's name; null where it is too deep to matter. */
  text: string | null;
  name: string | null;
  /** The item that is being read; null between items. */
  item: string | null;
  itemDepth: number;
  isComplete: boolean;
};

/**
 * Holds one item at a time, so that a document of any length is read in the memory of its longest item. It does not check the
 * JSON around the items; each item is parsed by whoever takes it.
 */
export function createElementScanner(longestItem: number): ElementScanner {
  const state: State = {
    path: [],
    isInString: false,
    isEscaped: false,
    text: null,
    name: null,
    item: null,
    itemDepth: 0,
    isComplete: false,
  };
  return {
    push(piece) {
      const items: string[] = [];
      let itemStart = 0;
      for (let at = 0; at < piece.length; at += 1) {
        const character = piece.charAt(at);
        const wasInItem = state.item !== null;
        const ended = state.isInString ? inString(state, character) : outside(state, character);
        if (!wasInItem && state.item !== null) itemStart = at;
        if (!ended) continue;
        items.push((state.item ?? "") + piece.slice(itemStart, at + 1));
        state.item = null;
      }
      if (state.item !== null) state.item += piece.slice(itemStart);
      if ((state.item?.length ?? 0) > longestItem) throw new SyntaxError("An exchange is too long.");
      return items;
    },
    isComplete: () => state.isComplete,
  };
}

function inString(state: State, character: string): boolean {
  if (state.isEscaped) state.isEscaped = false;
  else if (character === "\\") state.isEscaped = true;
  else if (character === '"') {
    state.isInString = false;
    return false;
  }
  if (state.text !== null && state.text.length < LONGEST_NAME) state.text += character;
  return false;
}

const LONGEST_NAME = 100;
const DEEPEST_NAME = 2;

/** True where the character ends an item. */
function outside(state: State, character: string): boolean {
  switch (character) {
    case '"':
      state.isInString = true;
      state.text = state.item === null && state.path.length <= DEEPEST_NAME ? "" : null;
      return false;
    case ":":
      if (state.item === null) state.name = state.text;
      return false;
    case "{":
    case "[":
      return open(state, character);
    case "}":
    case "]":
      return close(state);
    default:
      return false;
  }
}

function open(state: State, character: string): boolean {
  if (state.item === null && character === "{" && isInList(state)) {
    state.item = "";
    state.itemDepth = state.path.length;
  }
  // A member's value is entered under its name, an item of a list under none.
  state.path.push(state.name);
  state.name = null;
  return false;
}

function close(state: State): boolean {
  if (state.item === null && isInList(state)) state.isComplete = true;
  state.path.pop();
  state.name = null;
  return state.item !== null && state.path.length === state.itemDepth;
}

/** Whether one is right within a list of exchanges. The outermost object has no name. */
function isInList({ path }: State): boolean {
  return LISTS.some(
    (list) => path.length === list.length + 1 && list.every((name, index) => path[index + 1] === name),
  );
}
