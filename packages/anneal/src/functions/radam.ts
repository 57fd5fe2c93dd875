/** The factor of RAdam's rectification of the variance at 0-based step `t`; 1 where there is none, up to beta2 = 0.6. */
export function radam(t: number, [beta2 = 0.999]: readonly number[]): number {
  const limit = 2 / (1 - beta2) - 1;
  if (!(limit > 4 && limit < 1 / 0)) return 1;
  const rho = (k: number): number => {
    const left = beta2 ** k;
    return limit - (left && (2 * k * left) / (1 - left));
  };
  let first = 1;
  while (rho(first) <= 4) first++;
  const r = rho(t + first);
  // With a beta2 next to 1 all digits of r may be lost, and it be below 4.
  return Math.sqrt(Math.max(((r - 4) * (r - 2) * limit) / ((limit - 4) * (limit - 2) * r), 0));
}
