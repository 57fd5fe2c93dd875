import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeIdx, encodeIdx } from "../../src/data/idx.ts";

const images = { sizes: [2, 3, 4], bytes: Uint8Array.from({ length: 24 }, (_, index) => index) };

describe("decodeIdx", () => {
  it("reads the layout that MNIST is published in", () => {
    const file = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1]);
    expect(decodeIdx("labels", file, 1)).toEqual({ sizes: [3], bytes: Uint8Array.from([7, 2, 1]) });
  });

  it("reads what encodeIdx wrote", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const content = { sizes: [bytes.length], bytes };
        const { sizes, bytes: read } = decodeIdx("labels", encodeIdx(content), 1);
        expect([sizes, [...read]]).toEqual([[bytes.length], [...bytes]]);
      }),
    );
  });

  it("refuses a file that is cut short anywhere, in one line that names it", () => {
    const file = encodeIdx(images);
    for (let length = 0; length < file.length; length++) {
      expect(() => decodeIdx("train.idx", file.subarray(0, length), 3)).toThrow(
        /^train\.idx: .*(cut short|expected an IDX file)/,
      );
    }
  });

  it("says what is wrong with sizes and type", () => {
    expect(() => decodeIdx("x", encodeIdx(images).subarray(0, 39), 3)).toThrow(
      "x: cut short: its header (2 × 3 × 4) promises 24 bytes, received 23",
    );
    expect(() => decodeIdx("x", Buffer.concat([encodeIdx(images), Buffer.alloc(1)]), 3)).toThrow("x: too long");
    expect(() => decodeIdx("x", encodeIdx(images), 1)).toThrow("starts with 00000801, received 00000803");
    expect(() => decodeIdx("x", Buffer.from("<html>"), 1)).toThrow("received 3c68746d");
  });

  it("refuses sizes that no file can have", () => {
    const huge = encodeIdx({ sizes: [2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1], bytes: new Uint8Array(8) });
    expect(() => decodeIdx("x", huge, 3)).toThrow("cut short");
  });
});
