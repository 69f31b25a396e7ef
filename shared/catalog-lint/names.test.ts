import { expect, it } from "vitest";
import { snakeCased } from "./names.ts";

it.each([
  ["Total Amount", "total_amount"],
  ["totalAmount", "total_amount"],
  ["HTTPStatus", "http_status"],
  ["__x__", "x"],
  ["a-b.c", "a_b_c"],
  ["größe", null],
  ["___", null],
])("%s in the vendor's style is %s", (name, snake) => {
  expect(snakeCased(name)).toBe(snake);
});
