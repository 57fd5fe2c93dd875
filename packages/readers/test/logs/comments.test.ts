import { expect, it } from "vitest";
import { readText, rowsOf } from "./read.ts";

const ROWS = [
  [0, 0.1],
  [1, 0.05],
  [2, 0.025],
];

it.each([
  ["after every row", "# step lr\n0 0.1\n# 0 9\n1 0.05\n# 1 9\n2 0.025\n# 2 9\n"],
  ["after the header", "# step lr\n# 7 9\n# 8 9\n  # 9 9\n0 0.1\n1 0.05\n2 0.025\n"],
  ["at the end", "step lr\n0 0.1\n1 0.05\n2 0.025\n# 3 7.5"],
  ["that is the header again", "# step lr\n0 0.1\n# step lr\n1 0.05\n2 0.025\n"],
  ["of many, before few rows", `# step lr\n${"# 5 9\n".repeat(100)}0 0.1\n1 0.05\n2 0.025\n`],
])("a table that blanks divide has no rows in its comments: %s", async (_, log) => {
  const read = await readText(log);
  expect(rowsOf(read)).toEqual(ROWS);
  expect([read.problems, read.notes]).toEqual([[], []]);
});

it("a row that blanks make too long is not read, and nothing after it", async () => {
  // The line is cut within its last number.
  const cut = `2${" ".repeat(4 * 2 ** 20 - 5)}0.0250001\n`;
  const log = await readText(`step lr\n0 0.1\n# so far\n1 0.05\n${cut}3 0.0125\n`);
  expect(rowsOf(log)).toEqual(ROWS.slice(0, 2));
  expect(log.problems).toEqual([
    { path: "line 5", expected: "rows", received: "a row of more than 4 MiB, after which nothing was read" },
  ]);
  const comment = `# ${"x".repeat(5 * 2 ** 20)}\n`;
  expect(rowsOf(await readText(`step lr\n0 0.1\n1 0.05\n${comment}2 0.025\n`))).toEqual(ROWS);
});
