import { expect, it } from "vitest";
import { nearest } from "../src/nearest.ts";

it.each([
  ["de", ["en", "zh"], undefined],
  ["tcsh", ["bash", "zsh", "fish"], undefined],
  ["polt", ["table", "plot"], "plot"],
  ["batc", ["batch", "base"], "batch"],
  ["cosin_decay", ["cosine_decay", "linear"], "cosine_decay"],
])("%s is meant for what it is like, and for nothing else", (word, names, meant) => {
  expect(nearest(word, names)).toBe(meant);
});
