import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileExample } from "./docs/compile.ts";
import { type Example, examplesInMarkdown, examplesInSource } from "./docs/extract.ts";
import { exists, filesUnder, ROOT, read } from "./workspace.ts";

// The command's page has command lines, which the command's own tests run; the others have tables that are made.
const WITHOUT_CODE = ["docs/cli.md", "docs/audit-confusion.md", "docs/in-the-wild.md"];
const DOCS = filesUnder("docs", [".md"]).filter((file) => !WITHOUT_CODE.includes(file));
const PAGES = ["README.md", "README.zh-CN.md", "packages/anneal/README.md", ...DOCS];
const examples = [
  ...filesUnder("packages/anneal/src", [".ts"]).flatMap((file) => examplesInSource(file, read(file))),
  ...PAGES.filter(exists).flatMap((file) => examplesInMarkdown(file, read(file))),
];

// Inside the package, so that the test runner resolves "anneal" to the sources, as it does for tests.
const cache = join(ROOT, "packages/anneal/.cache");
const checker = new URL("./docs/check.ts", import.meta.url).pathname;
let folder: string;
beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "docs-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(example: Example): Promise<void> {
  const path = join(folder, `${example.file.replaceAll("/", ".")}.${example.line}.ts`);
  writeFileSync(path, compileExample(example, checker));
  await import(/* @vite-ignore */ path);
}

describe("every example of the documentation runs and gives what it says", () => {
  it.each(examples.map((example) => [`${example.file}:${example.line}`, example] as const))(
    "%s",
    async (_, example) => {
      await run(example);
    },
  );

  it("of which there are some in the sources and on every page", () => {
    for (const place of [...PAGES, "packages/anneal/src/kinds/", "packages/anneal/src/torch/"]) {
      expect(examples.filter(({ file }) => file.startsWith(place)).length, place).toBeGreaterThan(0);
    }
  });
});

describe("an example fails", () => {
  const code = (text: string): Example => ({ file: "made-up.md", line: 3, code: text });

  it.each([
    ["a wrong number", "1 + 1; // => 3"],
    ["a number that only looks the same", "0.1 + 0.2; // => 0.3"],
    ["text for a number", '5; // => "5"'],
    ["a wrong list", "[1, 2].map((x) => x * 2); // => [2, 5]"],
    ["a wrong object", "({ a: 1, b: 2 }); // => { a: 1 }"],
    ["a wrong print", "new Float64Array(2); // => Float64Array(2) [ 0, 1 ]"],
    ["a wrong constant", "const x = 2; // => 3"],
    ["a wrong log", "console.log(2); // => 3"],
    ["no error where one is documented", "1; // => throws Error: no"],
    ["another error's text", 'JSON.parse("{"); // => throws SyntaxError: no'],
    ["another error's class", 'JSON.parse("{"); // => throws PlanError'],
    ["an error that is not documented", "null.x; // => 3"],
    ["a wrong value inside a function", "for (const x of [1]) { x; // => 2\n}"],
    ["a wrong promise", "await Promise.resolve(1); // => 2"],
    ["a mark that belongs to nothing", "// => 3"],
    ["a name that is not published", 'import { nothing } from "anneal";\nnothing(); // => 3'],
  ])("for %s", async (name, text) => {
    await expect(run({ ...code(text), file: name.replaceAll(" ", "-") })).rejects.toThrow();
  });

  it("naming the place, the value and what was documented", async () => {
    await expect(run(code("const x = 1;\nx + 1; // => 3"))).rejects.toThrow(
      "made-up.md:4: the value is 2, documented is 3",
    );
  });

  it("for nothing that is right", async () => {
    const right = [
      "const x: number = 2; // => 2",
      "x + 1 // => 3",
      "console.log([x, -x, NaN, undefined, null]); // => [2, -2, NaN, undefined, null]",
      'JSON.parse("{"); // => throws SyntaxError',
      'BigInt("no"); // => throws SyntaxError: Cannot convert no to a BigInt',
      'Promise.reject(new Error("late")).catch(() => 1); // => Promise { <pending> }',
      'await Promise.reject(new TypeError("late")); // => throws TypeError: late',
      "new Float64Array(2); // => Float64Array(2) [ 0, 0 ]",
      "{ let y = x; y++; // => 2\n y; // => 3\n }",
    ];
    await run({ ...code(right.join("\n")), file: "right.md" });
  });
});

describe("examples are found", () => {
  it("in Markdown, in the ts fences only", () => {
    const text = "# A\n```ts\na;\n```\n```sh\nb\n```\n- item\n  ```typescript\n  c;\n  d;\n  ```\n";
    const found = examplesInMarkdown("a.md", text);
    expect(found.map(({ line, code }) => [line, code])).toEqual([
      [3, "a;"],
      [10, "  c;\n  d;"],
    ]);
    expect(() => examplesInMarkdown("a.md", "```ts\na;")).toThrow("a.md:1: the fence is not closed");
  });

  it("in doc comments, fenced or after @example", () => {
    const text = `/**
 * One.
 *
 * @example
 * a; // => 1
 * b;
 * @see c
 */
export const a = "/** \`\`\`ts";
export interface B {
  /**
   * Two.
   * @example
   * \`\`\`ts
   * const x = { d: 1 };
   * \`\`\`
   */
  readonly b: number; // not one: /** @example c */
}
`;
    expect(examplesInSource("a.ts", text)).toEqual([
      { file: "a.ts", line: 5, code: "a; // => 1\nb;" },
      { file: "a.ts", line: 15, code: "const x = { d: 1 };" },
    ]);
  });
});
