/**
 * A text that was taken out of the pasted one, perhaps by unescaping it several times over. `toBase` leads an offset in it
 * back to the pasted text, so that whatever is said about it can point there.
 */
export type Layer = { readonly text: string; toBase(offset: number): number };

/** The pasted text itself. */
export function baseLayer(text: string): Layer {
  return { text, toBase: (offset) => offset };
}

/** A piece of a layer, as it stands there. */
export function sliceLayer(layer: Layer, start: number, end: number): Layer {
  return { text: layer.text.slice(start, end), toBase: (offset) => layer.toBase(start + offset) };
}

/** Builds a decoded text and remembers where each piece of it came from. Offsets given are those of the raw text. */
export type LayerBuilder = {
  /** Appends raw text as it stands. */
  copy(start: number, end: number): void;
  /** Appends what the raw text at `start` stands for. */
  put(text: string, start: number): void;
  /** `rawEnd` is where the last piece ends in the raw text. */
  finish(rawEnd: number): Layer;
};

export function createLayerBuilder(raw: Layer): LayerBuilder {
  const pieces: string[] = [];
  const decodedAt: number[] = [];
  const rawAt: number[] = [];
  let length = 0;
  const add = (text: string, start: number): void => {
    if (text === "") return;
    pieces.push(text);
    decodedAt.push(length);
    rawAt.push(start);
    length += text.length;
  };
  return {
    copy: (start, end) => add(raw.text.slice(start, end), start),
    put: add,
    finish(rawEnd) {
      decodedAt.push(length);
      rawAt.push(rawEnd);
      const toBase = (offset: number): number => {
        const piece = lastAtOrBefore(decodedAt, offset);
        const within = offset - (decodedAt[piece] ?? 0);
        const next = rawAt[piece + 1] ?? rawEnd;
        return raw.toBase(Math.min((rawAt[piece] ?? 0) + within, next));
      };
      return { text: pieces.join(""), toBase };
    },
  };
}

/** Several layers as one text, each after the other with a separator between them. */
export function joinLayers(layers: readonly Layer[], separator: string): Layer {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of layers) {
    starts.push(length);
    length += text.length + separator.length;
  }
  const toBase = (offset: number): number => {
    const index = lastAtOrBefore(starts, offset);
    const layer = layers[index];
    return layer?.toBase(Math.min(offset - (starts[index] ?? 0), layer.text.length)) ?? 0;
  };
  return { text: layers.map((layer) => layer.text).join(separator), toBase };
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
