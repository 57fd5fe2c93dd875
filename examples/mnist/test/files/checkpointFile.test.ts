import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { readCheckpointFile, writeCheckpointFile } from "../../src/files/checkpointFile.ts";
import { scratchFolder } from "../support/smallDigits.ts";

const content = {
  header: { epoch: 3, text: "é", nested: { list: [0.1, null] } },
  arrays: new Map([
    ["a", { shape: [2, 2], values: Float32Array.from([1, -0, Number.NaN, Number.MIN_VALUE]) }],
    ["empty", { shape: [0], values: new Float32Array() }],
    ["scalar", { shape: [], values: Float32Array.from([0.1]) }],
  ]),
};
let path: string;

beforeEach(() => {
  path = join(scratchFolder(), "checkpoint.bin");
  writeCheckpointFile(path, content);
});

describe("a checkpoint file", () => {
  it("gives back header and arrays, bit for bit", () => {
    expect(readCheckpointFile(path)).toEqual(content);
    const bits = readCheckpointFile(path)?.arrays.get("a")?.values.buffer as ArrayBuffer;
    expect(new Uint8Array(bits)).toEqual(new Uint8Array(content.arrays.get("a")?.values.buffer as ArrayBuffer));
  });

  it("is undefined when it is not there", () => {
    expect(readCheckpointFile(`${path}.not`)).toBeUndefined();
  });

  it("is refused when any bit of it has changed", () => {
    const whole = readFileSync(path);
    const place = fc.tuple(fc.nat(whole.length - 1), fc.nat(7));
    fc.assert(
      fc.property(place, ([byte, bit]) => {
        const damaged = Buffer.from(whole);
        damaged[byte] = (damaged[byte] as number) ^ (1 << bit);
        writeFileSync(path, damaged);
        expect(() => readCheckpointFile(path)).toThrow(`${path}: not a usable checkpoint: `);
      }),
      { numRuns: 300 },
    );
  });

  it("is refused when it is cut short or followed by more", () => {
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      expect(() => readCheckpointFile(path)).toThrow(`${path}: not a usable checkpoint: `);
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.alloc(1)]));
    expect(() => readCheckpointFile(path)).toThrow("its checksum does not match");
  });

  it("says that a file of a later version is one", () => {
    const later = readFileSync(path);
    later.writeUInt32LE(2, 8);
    writeFileSync(path, later);
    expect(() => readCheckpointFile(path)).toThrow("expected format version 1, received 2");
  });
});
