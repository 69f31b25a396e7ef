import { describe, expect, it } from "vitest";
import { fuzzyScore } from "./fuzzy.ts";

function best(query: string, texts: readonly string[]): string | undefined {
  return texts
    .map((text) => ({ text, score: fuzzyScore(query, text) }))
    .filter(({ score }) => score !== null)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))[0]?.text;
}

describe("fuzzyScore", () => {
  it("finds by parts of words, by first letters and in any order", () => {
    const events = ["newsletter_signup", "add_to_cart", "Checkout_Completed", "Go to History"];
    expect(best("signup", events)).toBe("newsletter_signup");
    expect(best("atc", events)).toBe("add_to_cart");
    expect(best("CHECK", events)).toBe("Checkout_Completed");
    expect(best("history go", events)).toBe("Go to History");
  });

  it("puts a whole word before letters strewn about, and a start before a middle", () => {
    expect(best("cart", ["cold_art", "add_to_cart"])).toBe("add_to_cart");
    expect(best("log", ["catalog", "login"])).toBe("login");
  });

  it("finds nothing where letters are missing or only strewn about", () => {
    expect(fuzzyScore("xyz", "add_to_cart")).toBeNull();
    expect(fuzzyScore("lgh", "a dialogue that")).toBeNull();
  });

  it("finds everything with nothing", () => {
    expect(fuzzyScore("  ", "anything")).toBe(0);
  });
});
