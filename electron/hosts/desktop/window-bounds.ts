import { z } from "zod";

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

/** Where the window was when it was last closed. */
export const windowStateSchema = z.object({ bounds: rectangleSchema, isMaximized: z.boolean() });

export const MINIMUM_SIZE = { width: 900, height: 600 };
const FIRST_SIZE = { width: 1440, height: 900 };

/**
 * Where to open the window: where it was, moved and made smaller so that it lies wholly on the display it overlaps most;
 * in the middle of the first display at a first start, or when its display is no longer there. Pixels as Electron counts.
 */
export function placeWindow(saved: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  const [first = { x: 0, y: 0, ...FIRST_SIZE }] = workAreas;
  if (saved === null) return centred(first);
  const areas = workAreas.map((area) => ({ area, overlap: overlapOf(saved, area) }));
  const best = areas.reduce((best, next) => (next.overlap > best.overlap ? next : best), {
    area: first,
    overlap: 0,
  });
  return best.overlap === 0 ? centred(first) : fitInto(saved, best.area);
}

function centred(area: Rectangle): Rectangle {
  const width = Math.min(FIRST_SIZE.width, area.width);
  const height = Math.min(FIRST_SIZE.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

function fitInto(saved: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(Math.max(saved.width, MINIMUM_SIZE.width), area.width);
  const height = Math.min(Math.max(saved.height, MINIMUM_SIZE.height), area.height);
  return {
    x: Math.min(Math.max(saved.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(saved.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}

function overlapOf(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
