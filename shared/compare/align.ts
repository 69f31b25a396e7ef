/** Which items belong together: an index on each side, null where an item has no other. In order on both sides. */
export type Pairing = { readonly left: number | null; readonly right: number | null };

/** Over this many cells a table of common subsequences would cost more than it tells. */
const MOST_CELLS = 4_000_000;

/**
 * Pairs the items of two lists, equal ones first and as many of them as can keep their order. What is left between two equal
 * pairs is paired as it comes, since it is most likely the same item changed. Lists too long for that are paired by their place
 * between a common beginning and end.
 */
export function align<Item>(
  left: readonly Item[],
  right: readonly Item[],
  isEqual: (left: Item, right: Item) => boolean,
): Pairing[] {
  const equalAt = (leftIndex: number, rightIndex: number): boolean => {
    const [one, other] = [left[leftIndex], right[rightIndex]];
    return one !== undefined && other !== undefined && isEqual(one, other);
  };
  let start = 0;
  while (equalAt(start, start)) start += 1;
  let end = 0;
  while (
    left.length - end > start &&
    right.length - end > start &&
    equalAt(left.length - end - 1, right.length - end - 1)
  )
    end += 1;
  const middle = { start, leftEnd: left.length - end, rightEnd: right.length - end };
  const anchors = [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...commonSubsequence(middle, equalAt),
    ...Array.from({ length: end }, (_, index) => [middle.leftEnd + index, middle.rightEnd + index] as const),
  ];
  return betweenAnchors(anchors, left.length, right.length);
}

type Middle = { readonly start: number; readonly leftEnd: number; readonly rightEnd: number };
type Anchor = readonly [left: number, right: number];

/** The longest common subsequence of the middles, by the usual table of lengths. */
function commonSubsequence(
  { start, leftEnd, rightEnd }: Middle,
  equalAt: (left: number, right: number) => boolean,
): Anchor[] {
  const [rows, columns] = [leftEnd - start, rightEnd - start];
  if (rows * columns === 0 || rows * columns > MOST_CELLS) return [];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = equalAt(start + row, start + column)
        ? lengthAt(row + 1, column + 1) + 1
        : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const anchors: Anchor[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (equalAt(start + row, start + column)) anchors.push([start + row++, start + column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return anchors;
}

function betweenAnchors(anchors: readonly Anchor[], leftLength: number, rightLength: number): Pairing[] {
  const pairs: Pairing[] = [];
  let [left, right] = [0, 0];
  for (const [leftAnchor, rightAnchor] of [...anchors, [leftLength, rightLength] as const]) {
    while (left < leftAnchor || right < rightAnchor) {
      pairs.push({
        left: left < leftAnchor ? left++ : null,
        right: right < rightAnchor ? right++ : null,
      });
    }
    if (left < leftLength || right < rightLength) pairs.push({ left: left++, right: right++ });
  }
  return pairs;
}
