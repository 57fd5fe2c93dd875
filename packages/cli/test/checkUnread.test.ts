import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const bad = join(folder, "bad.json");
writeFileSync(bad, JSON.stringify({ kind: "linear", from: 1, to: 0, over: 1000 }));
const custom = join(folder, "custom.json");
writeFileSync(custom, JSON.stringify({ kind: "custom", name: "foo", args: [] }));

describe("a source that cannot be read", () => {
  it.each(["text", "json", "github", "sarif"])("hides the findings of no other, as %s", async (format) => {
    const flags = ["--base", "0.1", "--steps", "100", "--format", format];
    const alone = await anneal(["check", bad, ...flags]);
    const both = await anneal(["check", join(folder, "none.py"), bad, ...flags]);
    expect(both.out).toBe(alone.out);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining("none.py: there is no such file")]);
  });

  it("is all that is told where nothing else is given", async () => {
    const { code, out, err } = await anneal(["check", join(folder, "none.py"), join(folder, "no.py")]);
    expect([code, out]).toEqual([2, ""]);
    expect(err.match(/there is no such file/g)).toHaveLength(2);
  });

  it("has the place of a function that is not known", async () => {
    const { code, err } = await anneal(["check", custom]);
    expect([code, err]).toEqual([2, expect.stringMatching(/custom\.json:1:\d+: name: expected in options\.functions/)]);
  });
});
