import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash } from "../../src/finder/hash.ts";
import { Murmur3 } from "../../src/finder/murmur3.ts";
import { messageOf } from "../issues.ts";

const of = (value: unknown) => hash(value, "snapshot");

/** The words of mmh3 5.2.1 (Python) `hash_bytes(bytes, 0, False)`, of so many bytes by this formula. */
const WORDS = {
  0: "00000000000000000000000000000000",
  16: "ad7672135f359b34ace628d1228163ab",
  32: "4bbd7ae94629f0a21f7f68d9183ec018",
  48: "eba0cbe928fe82e03a404ff87ff79b81",
  160: "9e4f72947cbd33f946308022b561673b",
  4096: "905f41994cf2190e41bf7cb60e451807",
};
const bytes = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i * i * 31 + 7 * i) % 251);

describe("MurmurHash3", () => {
  it.each(Object.entries(WORDS))("of %d bytes is that of mmh3", (count, words) => {
    const hasher = new Murmur3();
    hasher.update(bytes(Number(count)));
    expect(hasher.hex()).toBe(words);
  });

  it("takes the bytes in any parts of 16, wherever they lie in memory, and fills up the last one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 8 }), fc.nat(15), (parts, offset) => {
        const [whole, cut] = [new Murmur3(), new Murmur3()];
        const total = 16 * parts.reduce((sum, part) => sum + part, 0);
        const all = new Uint8Array(offset + total);
        all.set(bytes(total), offset);
        whole.update(bytes(total));
        let at = offset;
        for (const part of parts) {
          cut.update(all.subarray(at, at + 16 * part));
          at += 16 * part;
        }
        expect(cut.hex()).toBe(whole.hex());
      }),
    );
    const [short, filled] = [new Murmur3(), new Murmur3()];
    short.update(Uint8Array.of(1, 2, 3));
    filled.update(Uint8Array.of(1, 2, 3, ...Array(13).fill(0)));
    expect(short.hex()).toBe(filled.hex());
  });
});

describe("the hash of a snapshot", () => {
  it("is the same for a copy of any data", () => {
    const plain = fc.anything({ withTypedArray: true, withMap: true, withBigInt: true, withNullPrototype: true });
    fc.assert(
      fc.property(plain, (value) => {
        expect(of(structuredClone(value))).toBe(of(value));
      }),
    );
  });

  it("is another for other data", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(of(a) === of(b)).toBe(isDeepStrictEqual(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it("tells any one changed bit of an array of numbers", () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1 }), fc.nat(), (values, at) => {
        const changed = values.slice();
        const bytes = new Uint8Array(changed.buffer);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] as number) ^ (1 << (at % 8));
        expect(of({ values: changed })).not.toBe(of({ values }));
      }),
    );
  });

  it.each<[unknown, unknown]>([
    [0, -0],
    [1, "1"],
    [null, undefined],
    [null, "null"],
    [true, "true"],
    [1n, 1],
    [{}, []],
    [{ a: undefined }, {}],
    [[[1], [2]], [[1, 2]]],
    [
      ["ab", "c"],
      ["a", "bc"],
    ],
    [
      [1, [2]],
      [[1], 2],
    ],
    [{ a: { b: 1 } }, { a: "b", b: 1 }],
    [new Float32Array([1, 2]), [1, 2]],
    [new Float32Array([0]), new Int32Array([0])],
    [new Float32Array([0]), new Float32Array([-0])],
    [new Map([["a", 1]]), { a: 1 }],
    [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
    ["\ud800", "\ud801"],
  ])("tells two values apart (%#)", (a, b) => {
    expect(of(a)).not.toBe(of(b));
  });

  it("does not depend on the order of an object's fields, or on where in a buffer an array lies", () => {
    expect(of({ a: 1, b: [2] })).toBe(of({ b: [2], a: 1 }));
    expect(of(new Float32Array([9, 1, 2, 9]).subarray(1, 3))).toBe(of(new Float32Array([1, 2])));
    expect(of(Number.NaN)).toBe(of(Number("no")));
  });

  it("tells lists of numbers apart to the last bit, and from lists with gaps, of bits and of texts", () => {
    const lists = [[1, 2], [2, 1], [1, 2, 0], [0], [-0], [Number.NaN], new Array(1), [undefined], [], [[]], ["1", "2"]];
    const views = [new Float64Array([1, 2]), new Float64Array(1)];
    expect(new Set([...lists, ...views].map(of)).size).toBe(lists.length + views.length - 1);
    expect(of(new Array(1))).toBe(of([undefined]));
    const [nan] = new Float64Array(new Uint32Array([1, 0xfff80000]).buffer);
    expect(of([nan])).toBe(of([Number.NaN]));
  });

  it("takes lists of numbers of any length, but no more than a million other values", () => {
    expect(of(Array(1_500_000).fill(1))).not.toBe(of(Array(1_500_000).fill(2)));
    const message = "expected at most 1,000,000 values in all";
    let shared: unknown = ["a"];
    for (let i = 0; i < 40; i++) shared = [shared, shared];
    expect(messageOf(() => of(shared))).toContain(message);
    expect(messageOf(() => of({ list: new Array(4e9) }))).toContain(`snapshot.list: ${message}`);
  });

  it("is refused for what it cannot read whole, with its path", () => {
    const expected = "plain data (numbers, texts, lists, objects, maps, typed arrays; 64 levels at most)";
    const refused = (value: unknown) => messageOf(() => of(value));
    class Tensor {
      readonly size = 1;
    }
    expect(refused({ weights: [1, new Tensor()] })).toBe(
      `snapshot.weights[1]: expected ${expected}, received [object]`,
    );
    expect(refused(() => 1)).toContain(`snapshot: expected ${expected}`);
    expect(refused(new Map([["moments", new Set([1])]]))).toContain("snapshot.moments: expected");
    const loop: unknown[] = [];
    loop.push(loop);
    expect(refused(loop)).toContain(`${"[0]".repeat(64)}: expected`);
  });
});
