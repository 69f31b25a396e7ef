import { expect, it } from "vitest";
import { takeSessionKey } from "./session-key.ts";

function windowAt(hash: string, stored: Record<string, string> = {}) {
  const addresses: unknown[] = [];
  return {
    stored,
    addresses,
    location: { hash, pathname: "/" },
    history: {
      replaceState: (_data: unknown, _title: string, url?: string | URL | null) => addresses.push(url),
    },
    localStorage: {
      getItem: (name: string) => stored[name] ?? null,
      setItem: (name: string, value: string) => void (stored[name] = value),
    },
  };
}

it("the key that the start link brings is kept, and taken out of the address", () => {
  const first = windowAt("#key=abc-123");
  expect(takeSessionKey(first)).toBe("abc-123");
  expect(first.addresses).toEqual(["/"]);
  expect(takeSessionKey(windowAt("", first.stored))).toBe("abc-123");
  expect(takeSessionKey(windowAt("#key=new", first.stored))).toBe("new");
});

it("a window that never had one has none", () => {
  expect(takeSessionKey(windowAt(""))).toBe("");
});
