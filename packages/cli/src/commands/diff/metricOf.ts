import type { Source } from "../../source/source.ts";

/** Which of two sources a metric scales in this hyperparameter; none where it does the same to both. */
export function metricOf(key: string, [a, b]: readonly [Source, Source]): readonly ("a" | "b")[] {
  const [own, other] = [a, b].map(({ driven = {} }) => (Object.hasOwn(driven, key) ? driven[key] : undefined));
  if (JSON.stringify(own) === JSON.stringify(other)) return [];
  return [...(own === undefined ? [] : (["a"] as const)), ...(other === undefined ? [] : (["b"] as const))];
}
