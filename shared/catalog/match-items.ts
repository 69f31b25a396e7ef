/** Which items of a list are which of another. Numbers are places in the lists. */
export type Matching = {
  readonly pairs: readonly ItemPair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
};

export type ItemPair = {
  readonly before: number;
  readonly after: number;
  /** It stands elsewhere among those that both lists have. */
  readonly isMoved: boolean;
};

/** What an item is known by; null where this says nothing of it. */
export type Identity<Item> = (item: Item) => string | null;

/**
 * Matches items by name, the second of a name with the second and so on, and what is left by each of the `identities` in
 * turn, where exactly one on either side has it: a match by anything but the name must be certain.
 */
export function matchItems<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
  identities: readonly Identity<Item>[],
): Matching {
  const partners = matchByName(before.map(nameOf), after.map(nameOf));
  for (const identity of identities) matchByIdentity(partners, before, after, identity);
  const matched = [...partners].sort(([, left], [, right]) => left - right);
  const kept = longestRising(matched.map(([index]) => index));
  const taken = new Set(partners.values());
  return {
    pairs: matched.map(([index, other]) => ({ before: index, after: other, isMoved: !kept.has(index) })),
    removed: [...before.keys()].filter((index) => !partners.has(index)),
    added: [...after.keys()].filter((index) => !taken.has(index)),
  };
}

/** From places before to places after. */
type Partners = Map<number, number>;

function matchByName(before: readonly string[], after: readonly string[]): Partners {
  const places = new Map<string, number[]>();
  for (const [index, name] of after.entries()) {
    const known = places.get(name);
    if (known === undefined) places.set(name, [index]);
    else known.push(index);
  }
  const used = new Map<string, number>();
  const partners: Partners = new Map();
  for (const [index, name] of before.entries()) {
    const count = used.get(name) ?? 0;
    used.set(name, count + 1);
    const place = places.get(name)?.[count];
    if (place !== undefined) partners.set(index, place);
  }
  return partners;
}

function matchByIdentity<Item>(
  partners: Partners,
  before: readonly Item[],
  after: readonly Item[],
  identity: Identity<Item>,
): void {
  // Identities cost more than names, and there is nothing to find where one side has none left.
  if (partners.size === before.length || partners.size === after.length) return;
  const taken = new Set(partners.values());
  const left = onlyOnes(before, (index) => !partners.has(index), identity);
  const right = onlyOnes(after, (index) => !taken.has(index), identity);
  for (const [key, index] of left) {
    const other = right.get(key);
    if (index !== null && other !== undefined && other !== null) partners.set(index, other);
  }
}

/** The places of identities; null for one that several have. */
function onlyOnes<Item>(
  items: readonly Item[],
  isFree: (index: number) => boolean,
  identity: Identity<Item>,
): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [index, item] of items.entries()) {
    const key = isFree(index) ? identity(item) : null;
    if (key !== null) places.set(key, places.has(key) ? null : index);
  }
  return places;
}

/** The members of a longest rising subsequence: as many as possible that kept their order. Numbers are distinct. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  /** Of each length, the place of the smallest number that ends such a subsequence. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    const length = firstNotBelow(ends, numbers, number);
    previous[place] = ends[length - 1];
    ends[length] = place;
  }
  const kept = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) kept.add(numbers[place] ?? 0);
  return kept;
}

function firstNotBelow(ends: readonly number[], numbers: readonly number[], number: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
