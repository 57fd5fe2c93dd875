import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { about } from "../src/about.ts";
import { commands } from "../src/commands.ts";
import { generated } from "./generate/generated.ts";

const path = (from: string) => fileURLToPath(new URL(`../${from}`, import.meta.url));

describe("what is generated", () => {
  it.each([...generated()])("is up to date (npm run generate): %s", (file, text) => {
    expect(readFileSync(path(file), "utf8")).toBe(text);
  });

  it.each(["man/anneal.1", "../../docs/cli.md"])("names every command and flag: %s", (file) => {
    const text = (generated().get(file) as string).replaceAll("\\", "");
    const flags = commands.flatMap(({ flags }) => flags.map(({ flags }) => flags));
    expect(flags.length).toBeGreaterThan(40);
    expect([...commands.map(({ name }) => `anneal ${name}`), ...flags].filter((one) => !text.includes(one))).toEqual(
      [],
    );
  });

  it.skipIf(spawnSync("groff", ["--version"]).status !== 0)("is roff without a warning: man/anneal.1", () => {
    const { stderr, stdout } = spawnSync("groff", ["-man", "-Tutf8", "-P-cbou", "-ww", path("man/anneal.1")], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout).toContain("EXIT STATUS");
  });

  it("has the package's version", () => {
    expect(about.version).toBe(JSON.parse(readFileSync(path("package.json"), "utf8")).version);
  });
});
