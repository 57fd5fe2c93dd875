import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, transformSync } from "esbuild";
import { compileExample } from "../docs/compile.ts";
import { examplesInMarkdown } from "../docs/extract.ts";
import { publishedEntries, ROOT, read } from "../workspace.ts";

// Packs the library, installs the tarball into an empty project without any registry, and uses it there as a newcomer.
const project = mkdtempSync(join(tmpdir(), "anneal-packed-"));
const sh = (command: string, args: string[], cwd = project) => execFileSync(command, args, { cwd, encoding: "utf8" });
const write = (name: string, text: string) => writeFileSync(join(project, name), text);

try {
  const [packed] = JSON.parse(
    sh("npm", ["pack", "--json", "--pack-destination", project], join(ROOT, "packages/anneal")),
  );
  write("package.json", '{ "private": true, "type": "module" }');
  sh("npm", ["install", "--offline", "--no-audit", "--no-fund", join(project, packed.filename)]);

  for (const { specifier } of publishedEntries()) {
    const code = `const names = Object.keys(await import(${JSON.stringify(specifier)})); console.log(names.length);`;
    const count = Number(sh("node", ["--input-type=module", "--eval", code]));
    assert.ok(count > 0, `${specifier} exports nothing`);
    console.log(`${specifier}: ${count} names`);
  }

  // The README's examples that need nothing but the library: their types first, then they run with what they claim.
  const imports = (code: string) => [...code.matchAll(/from "([^"]+)"/g)].map((match) => String(match[1]));
  const ours = publishedEntries().map(({ specifier }) => specifier);
  const examples = examplesInMarkdown("README.md", read("README.md")).filter(({ code }) => {
    return imports(code).length > 0 && imports(code).every((specifier) => ours.includes(specifier));
  });
  const articles = examples.filter(({ code }) => /new (\w+\.)?WarmupMultiFactorScheduler\(/.test(code));
  assert.ok(articles.length > 0, "README.md has no example of the article's scheduler that needs only the library");

  mkdirSync(join(project, "examples"));
  for (const { line, code } of examples) write(`examples/README.${line}.ts`, `${code}\nexport {};\n`);
  const strict = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: "es2022", module: "nodenext" };
  const compilerOptions = { ...strict, lib: ["es2022", "dom"], types: [] };
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["examples"] }));
  sh("node", [join(ROOT, "node_modules/typescript/bin/tsc"), "--project", project]);

  const checker = fileURLToPath(new URL("../docs/check.ts", import.meta.url));
  buildSync({
    entryPoints: [checker],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: join(project, "check.mjs"),
  });
  for (const example of examples) {
    const { code } = transformSync(compileExample(example, "./check.mjs"), { loader: "ts" });
    write(`README.${example.line}.mjs`, code);
    sh("node", [`README.${example.line}.mjs`]);
    console.log(`README.md:${example.line} runs`);
  }
} catch (error) {
  // What a failed child process has printed is the reason.
  const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
  console.error(`${stdout}${stderr}`);
  throw error;
} finally {
  rmSync(project, { recursive: true });
}
