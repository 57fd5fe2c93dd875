import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Example, examplesInMarkdown, examplesInSource } from "./docs/extract.ts";
import { filesUnder, ROOT, read } from "./workspace.ts";

const PAGES = ["README.md", "README.zh-CN.md", "packages/anneal/README.md", ...filesUnder("docs", [".md"])];
const examples = [
  ...filesUnder("packages/anneal/src", [".ts"]).flatMap((file) => examplesInSource(file, read(file))),
  ...PAGES.flatMap((file) => examplesInMarkdown(file, read(file))),
];

// Inside the package, so that "anneal" is the package's own published types.
let folder: string;
beforeAll(() => {
  const cache = join(ROOT, "packages/anneal/.cache");
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "types-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiler says of examples as they are pasted into a project that `tsc --init` made. */
function diagnose(pasted: readonly Example[]): string[] {
  const files = pasted.map(({ file, line, code }) => {
    const path = join(folder, `${file.replaceAll("/", ".")}.${line}.ts`);
    writeFileSync(path, `${code}\nexport {};\n`);
    return path;
  });
  const { NodeNext } = ts.ModuleKind;
  const program = ts.createProgram(files, {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ["node"],
    typeRoots: [join(ROOT, "node_modules/@types")],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

it("every example of the documentation compiles in a strict project", () => {
  expect(diagnose(examples)).toEqual([]);
}, 120_000);

it("an example that does not compile is found", () => {
  const code = 'import { linear } from "anneal";\nlinear({ from: 0, to: 1, over: "5 epocks" });';
  expect(diagnose([{ file: "made-up.md", line: 1, code }])[0]).toMatch("5 epocks");
}, 120_000);
