/** Multipliers and turns of the four lanes. */
const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

/**
 * MurmurHash3 (x86, 128 bits, seed 0) of bytes that come in parts, each filled up with zeros to 16 bytes. It is a hash
 * against accidents: two different states have the same one with a chance of 1 in 2 ** 128. SHA-256, in JavaScript, would
 * take a noticeable part of a short search.
 */
export class Murmur3 {
  #length = 0;
  readonly #lanes = new Int32Array(4);

  /** Takes a part. */
  update(bytes: Uint8Array): void {
    const whole = bytes.length & ~15;
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    this.#mix(new Int32Array(aligned.buffer, aligned.byteOffset, whole / 4));
    if (whole < bytes.length) {
      const rest = new Uint8Array(16);
      rest.set(bytes.subarray(whole));
      this.#mix(new Int32Array(rest.buffer));
    }
  }

  /** The hash of all of them, in hexadecimal. */
  hex(): string {
    const spread = (lanes: readonly number[]): number[] => {
      const [a, ...others] = lanes as [number, ...number[]];
      const first = others.reduce((sum, lane) => (sum + lane) | 0, a);
      return [first, ...others.map((lane) => (lane + first) | 0)];
    };
    const ends = spread(Array.from(this.#lanes, (lane) => lane ^ this.#length));
    return spread(ends.map(avalanche))
      .map((lane) => (lane >>> 0).toString(16).padStart(8, "0"))
      .join("");
  }

  #mix(words: Int32Array): void {
    const lanes = this.#lanes;
    let [a, b, c, d] = lanes as unknown as [number, number, number, number];
    for (let i = 0; i < words.length; i += 4) {
      a ^= Math.imul(turn(Math.imul(words[i] as number, C1), 15), C2);
      a = (Math.imul((turn(a, 19) + b) | 0, 5) + 0x561ccd1b) | 0;
      b ^= Math.imul(turn(Math.imul(words[i + 1] as number, C2), 16), C3);
      b = (Math.imul((turn(b, 17) + c) | 0, 5) + 0x0bcaa747) | 0;
      c ^= Math.imul(turn(Math.imul(words[i + 2] as number, C3), 17), C4);
      c = (Math.imul((turn(c, 15) + d) | 0, 5) + 0x96cd1c35) | 0;
      d ^= Math.imul(turn(Math.imul(words[i + 3] as number, C4), 18), C1);
      d = (Math.imul((turn(d, 13) + a) | 0, 5) + 0x32ac3b17) | 0;
    }
    lanes.set([a, b, c, d]);
    this.#length += 4 * words.length;
  }
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Lets every bit of a lane change every other. */
function avalanche(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
