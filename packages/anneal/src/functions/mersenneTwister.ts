/** The 32-bit outputs of MT19937 (Matsumoto and Nishimura 1998), one after another; the seed counts modulo 2 ** 32. */
function* outputs(seed: number): Generator<number, never> {
  const state = new Uint32Array(624);
  state[0] = seed;
  for (let i = 1; i < 624; i++) {
    const x = state[i - 1] as number;
    state[i] = Math.imul(1812433253, x ^ (x >>> 30)) + i;
  }
  for (let i = 0; ; i = (i + 1) % 624) {
    // The twist of one word needs only words that are not twisted yet, and those that were.
    const x = ((state[i] as number) & 0x80000000) | ((state[(i + 1) % 624] as number) & 0x7fffffff);
    state[i] = (state[(i + 397) % 624] as number) ^ (x >>> 1) ^ (x & 1 ? 0x9908b0df : 0);
    let y = state[i] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    yield (y ^ (y >>> 18)) >>> 0;
  }
}

/** How many numbers are drawn until one fits. */
const MOST = 10_000;

/**
 * A normal number of this deviation between -limit and limit, as PyTorch's CPU generator with this seed draws them until
 * one fits; 0 when none of 10,000 does.
 */
export function normal(seed: number, limit: number, deviation: number): number {
  const random = outputs(seed);
  // 53 bits: the low 21 of the first output above the second.
  const unit = (): number => ((random.next().value % 2 ** 21) * 2 ** 32 + random.next().value) * 2 ** -53;
  for (let i = 0; i < MOST; i += 2) {
    const angle = 2 * Math.PI * unit();
    const radius = Math.sqrt(-2 * Math.log1p(-unit()));
    for (const part of [Math.cos(angle), Math.sin(angle)]) {
      const number = Math.fround(radius * part) * deviation;
      if (Math.abs(number) < limit) return number;
    }
  }
  return 0;
}

/** A uniform number between -limit and limit, as PyTorch's CPU generator with this seed draws it. */
export function uniform(seed: number, limit: number): number {
  const unit = (outputs(seed).next().value % 2 ** 24) * 2 ** -24;
  return 2 * (unit - 0.5) * limit;
}
