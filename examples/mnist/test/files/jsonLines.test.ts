import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { JsonLines } from "../../src/files/jsonLines.ts";
import { scratchFolder } from "../support/smallDigits.ts";

let path: string;

beforeEach(() => {
  path = join(scratchFolder(), "log.jsonl");
});

describe("JsonLines", () => {
  it("appends a line per value and counts bytes, not characters", () => {
    const lines = new JsonLines(path);
    lines.append({ a: 1 });
    lines.append({ b: "é" });
    expect(readFileSync(path, "utf8")).toBe('{"a":1}\n{"b":"é"}\n');
    expect(lines.length).toBe(19);
    expect(lines.read()).toEqual([{ a: 1 }, { b: "é" }]);
  });

  it("goes on in a file that is there, and cuts it back to a length it had", () => {
    const first = new JsonLines(path);
    first.append({ epoch: 0 });
    const { length } = first;
    first.append({ epoch: 1 });
    first.close();
    writeFileSync(path, `${readFileSync(path, "utf8")}{"epo`);
    const second = new JsonLines(path);
    second.cutBack(length);
    second.append({ epoch: "again" });
    expect(readFileSync(path, "utf8")).toBe('{"epoch":0}\n{"epoch":"again"}\n');
  });

  it("refuses a file that is shorter than the checkpoint knows it", () => {
    writeFileSync(path, "{}\n");
    expect(() => new JsonLines(path).cutBack(4)).toThrow(
      `${path}: expected at least the 4 bytes of the checkpoint, received 3`,
    );
    expect(readFileSync(path, "utf8")).toBe("{}\n");
  });

  it("names the line that is no JSON", () => {
    writeFileSync(path, "{}\nhello\n");
    expect(() => new JsonLines(path).read()).toThrow(`${path}: expected JSON in line 2, received "hello"`);
  });

  it("reads a file that is not there as empty, and makes none", () => {
    expect(new JsonLines(path).read()).toEqual([]);
    expect(() => readFileSync(path)).toThrow("ENOENT");
  });
});
