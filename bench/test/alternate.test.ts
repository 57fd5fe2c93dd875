import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { alternate, middle } from "../harness/alternate.ts";
import type { Side } from "../harness/side.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const log = join(folder, "log");
afterAll(() => rmSync(folder, { recursive: true }));

/** A side that notes its name and process id, and prints `numbers`, an expression. */
function side(name: string, numbers: string): Side {
  const code = `require("fs").appendFileSync(${JSON.stringify(log)}, "${name} " + process.pid + "\\n"); console.log("noise"); console.log(JSON.stringify(${numbers}))`;
  return { command: [process.execPath, "-e", code] };
}

describe("alternate", () => {
  it("runs the sides in turn, each time in a fresh process, and keeps every number", async () => {
    const runs = await alternate({ a: side("a", "{ time: 1, check: 5 }"), b: side("b", "{ time: 2, check: 5 }") }, 3);
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["a", "b", "a", "b", "a", "b"]);
    expect(new Set(lines.map((line) => line.split(" ")[1])).size).toBe(6);
    expect(runs.a).toEqual({ time: [1, 1, 1], check: [5, 5, 5] });
    expect(middle(runs.b, "time")).toBe(2);
    expect(middle(runs.b, "absent")).toBeNaN();
  });

  it("refuses sides that did different work", async () => {
    const unlike = alternate({ a: side("a", "{ check: 5 }"), b: side("b", "{ check: 5.00001 }") }, 1);
    await expect(unlike).rejects.toThrow("b and a did different work: the sums of their rates are 5.00001 and 5");
  });

  it("fails with a side that fails", async () => {
    const broken: Side = { command: [process.execPath, "-e", "throw new Error('out of order')"] };
    await expect(alternate({ broken }, 1)).rejects.toThrow("out of order");
  });
});
