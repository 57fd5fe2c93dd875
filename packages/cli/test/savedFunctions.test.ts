import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-"));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(["foo", "toString", "constructor", "valueOf"])("a plan of the function %s is no data alone", async (name) => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify({ kind: "custom", name, args: [] }));
  const { code, err } = await anneal(["convert", file, "--to", "plan"]);
  expect([code, err]).toEqual([1, expect.stringContaining("is no data: whoever reads the plan has to have it")]);
});
