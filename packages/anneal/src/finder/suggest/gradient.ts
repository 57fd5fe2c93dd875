/** The change of each value from point to point, as NumPy's `gradient`: half that between its neighbours, whole at the ends. */
export function gradient(values: readonly number[]): number[] {
  return values.map((value, i) => {
    const before = values[i - 1] ?? value;
    const after = values[i + 1] ?? value;
    return (after - before) / (i > 0 && i < values.length - 1 ? 2 : 1);
  });
}
