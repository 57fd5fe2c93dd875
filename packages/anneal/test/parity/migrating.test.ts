import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as anneal from "../../src/index.ts";
import { functions, type Plan, type Run, schedule } from "../../src/index.ts";
import * as torch from "../../src/torch/index.ts";
import { exists, ROOT, read } from "../ground/workspace.ts";
import { expectNear } from "../near.ts";
import { ROWS } from "./migratingCases.ts";
import type { Port, Ports } from "./port.ts";
import { PORTS } from "./ports/index.ts";

const BASE = 0.1;
/** What the tables' cases have besides their configuration: 100 steps, in epochs of 25. */
const FACTS = { base: BASE, defaultLr: BASE, updates: 100, training_steps: 100, updatesPerEpoch: 25, groups: 1 };
const TRAINER = { dataloader_len: 25, samples_per_batch: 32, tokens_per_batch: 64, max_duration: "100ba" };
const RUN: Run = { base: BASE, steps: 100, stepsPerEpoch: 25 };
const STEPS = Array.from({ length: 101 }, (_, step) => step);

/** The cells of the page's tables by its headings, code only, without the head. */
const TABLES = Object.fromEntries(
  read("docs/migrating.md")
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const rows = section.split("\n").filter((line) => line.startsWith("| "));
      const cells = rows.slice(2).map((row) => row.split(" | ").map((cell) => cell.replace(/^\| |^`|`$|`? \|$/g, "")));
      return [section.split("\n")[0] as string, cells];
    }),
);

const cache = join(ROOT, "packages/anneal/.cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "migrating-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What cells of code make, for an optimizer. */
async function make(name: string, codes: readonly string[]): Promise<((optimizer: object) => unknown)[]> {
  const uses = (module: object) => Object.keys(module).filter((one) => codes.some((code) => named(code, one)));
  const imports = `import { ${uses(anneal)} } from "anneal";\nimport { ${uses(torch)} } from "anneal/torch";\n`;
  const path = join(folder, `${name.replaceAll(/\W/g, "")}.ts`);
  writeFileSync(path, `${imports}export const made = [${codes.map((code) => `(optimizer: never) => ${code}`)}];\n`);
  return (await import(/* @vite-ignore */ path)).made;
}

const named = (code: string, name: string): boolean => new RegExp(`(?<![\\w.])${name}\\(`).test(code);

const planned = (plan: unknown, run: Run) => schedule(plan as Plan, run, { functions });

describe("docs/migrating.md", () => {
  it("has a table for every framework that there are ports of", () => {
    expect(Object.keys(TABLES)).toEqual(["PyTorch", ...Object.keys(ROWS)]);
    const names = new Set(Object.values(ROWS).map(([ports]) => ports));
    expect(Object.keys(PORTS).filter((name) => !["optax", "torchCurrent"].includes(name) && !names.has(name))).toEqual(
      [],
    );
    expect(exists("docs/migrating.md")).toBe(true);
  });

  it.each(Object.entries(ROWS))("writes for %s what its ports write", async (heading, [name, rows]) => {
    const cells = TABLES[heading] as string[][];
    expect(cells.length).toBe(rows.length);
    const made = await make(
      name,
      cells.map((row) => row.at(-1) as string),
    );
    rows.forEach(([which, config], i) => {
      const trainer = { ...TRAINER, scale_schedule_ratio: 1 };
      const one = { ...FACTS, trainer, at: STEPS, config: { end: 1 / 0, ...config } };
      const { program, run, functions: own } = ((PORTS[name] as Ports)[which] as Port)(one as never);
      const [port] = [program?.values].flat();
      const expected = schedule(port as Plan, { ...RUN, ...run }, { functions: { ...functions, ...own } });
      const values = STEPS.map((step) => ({ value: expected(step), scale: 10 * BASE }));
      expect(new Set(values.map(({ value }) => value)).size, cells[i]?.[0]).toBeGreaterThan(1);
      expectNear(STEPS, planned(made[i]?.({}), RUN), values);
    });
  });

  it("writes for PyTorch plans that are what its classes do", async () => {
    const { PyTorch: cells = [] } = TABLES;
    const column = (i: number): string[] => cells.map((row) => row[i] as string);
    const [classes, plans] = [await make("classes", column(1)), await make("plans", column(2))];
    expect(cells.length).toBeGreaterThan(5);
    cells.forEach((_, i) => {
      const group = { lr: BASE };
      const scheduler = classes[i]?.({ paramGroups: [group] }) as torch.StepLR;
      const values = STEPS.slice(0, 100).map((step) => {
        scheduler.step(step);
        return { value: group.lr, scale: 10 * BASE };
      });
      expectNear(STEPS.slice(0, 100), planned(plans[i]?.({}), RUN), values);
    });
  });
});
