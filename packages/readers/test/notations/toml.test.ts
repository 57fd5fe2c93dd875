import { expect, it } from "vitest";
import { lookUp } from "../../src/document.ts";
import { toml } from "../../src/notations/toml.ts";

it("a TOML text has its data and places", () => {
  const document = toml('[training] # of all\nsteps = 1_000\nother."a b" = 2.5e-4\n[a.b]\nwhen = 2024-01-02\n');
  expect(lookUp(document.data, "training", "steps")).toBe(1000);
  expect(lookUp(document.data, "training", "other", "a b")).toBe(2.5e-4);
  expect(lookUp(document.data, "a", "b", "when")).toBe("2024-01-02");
  expect(document.place(["training", "other", "a b"])).toEqual({ line: 3, column: 1 });
  expect(document.place(["a", "b", "none"])).toEqual({ line: 4, column: 1 });
  expect(lookUp(toml("__proto__ = 1").data, "__proto__")).toBe(1);
});

it("a TOML text is refused with its place", () => {
  expect(() => toml("a = 1\nb = = 2")).toThrow(/^line 2, column 5: expected TOML, received /);
  expect(() => toml(`a = ${"[".repeat(5000)}`)).toThrow(/^line 1, column \d+: expected TOML/);
});
