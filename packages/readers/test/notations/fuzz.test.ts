import { PlanError } from "anneal";
import fc from "fast-check";
import { expect, it } from "vitest";
import { flagsDocuments } from "../../src/notations/flagsDocuments.ts";
import { json } from "../../src/notations/json.ts";
import { toml } from "../../src/notations/toml.ts";
import { yamlDocuments } from "../../src/notations/yamlDocuments.ts";

// Pieces that mean something to some notation, among characters that need not.
const pieces = [
  ..."{}[]()<>\"'`$#:,=&*!|;-_~.\\ \t\n0123456789e",
  ...[
    "--lr",
    "$((",
    "${A",
    "A=(",
    "<<EOF\n",
    "1e999",
    "0x10",
    "1_000",
    "NaN",
    "-Infinity",
    "&a",
    "*a",
    "<<: *a",
    "---\n",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "!!python/name:x",
    "lr_scheduler:",
    "if [",
    "fi",
    "case",
    "/*",
    "//",
    "\uFEFF",
  ],
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

it.each([
  ["JSON", json],
  ["YAML", yamlDocuments],
  ["TOML", toml],
  ["flags", flagsDocuments],
] as const)("any text is %s or a PlanError with its place", (_, parse) => {
  let refused = 0;
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parse(text);
      } catch (error) {
        refused++;
        expect(error).toBeInstanceOf(PlanError);
        expect((error as PlanError).message).toMatch(/^line \d+, column \d+: expected /);
      }
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeLessThan(2000);
});
