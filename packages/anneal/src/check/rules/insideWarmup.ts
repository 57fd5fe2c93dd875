import type { Rule, Told } from "../rule.ts";

/** From how many changes on, each as far from the one before, they are the stairs of a curve. */
const STAIRS = 8;

function areStairs([first = 0, second = 0, ...more]: readonly number[]): boolean {
  const width = second - first;
  return more.length + 2 >= STAIRS && more.every((at, i) => Math.abs(at - second - (i + 1) * width) < 1e-9 * at);
}

/**
 * Speaks of milestones that come while the rate still climbs: of a product, one factor of which climbs meanwhile; or on
 * the run's clock, before the part that they stand in has begun, which is refused when the plan is built. Eight and more
 * changes of a factor, each as far from the one before, are the stairs of a curve and no milestones.
 */
export const insideWarmup: Rule = {
  code: "AN005",
  title: "a milestone lies inside the warm-up",
  find(subject) {
    const { segments } = subject;
    const climbs = segments.filter(
      (one) => one.start === 0 && one.inside.includes("product") && subject.goes("up", one),
    );
    const over = Math.max(0, ...climbs.map(({ natural, end }) => Math.min(natural, end)));
    return segments.flatMap(({ plan, fields, origin, start, path, inside }): readonly Told[] => {
      // A sum of levels is a curve that was written out, step by step, and so are many stairs of one width.
      if (plan.kind !== "piecewise" || inside.includes("sum")) return [];
      const isFactor = inside.includes("product");
      if (isFactor && areStairs(fields.at as number[])) return [];
      const until = isFactor ? over : start;
      const times = (fields.at as number[]).map((at) => origin + at);
      const early = times.flatMap((at, i) => (at < until && at > 0 ? [i] : []));
      const [first] = early;
      if (first === undefined) return [];
      const at = times[first] as number;
      const hidden = start > at;
      const which = early.length === 1 ? "it is at step" : `${early.length} milestones, the first at step`;
      return [
        {
          refused: hidden ? early.map((i) => `${path}.at[${i}]`) : [],
          severity: hidden ? "error" : "warning",
          path: `${path}.at[${first}]`,
          step: at,
          text: `${which} ${at}, and the warm-up ends at step ${until}: ${hidden ? "never seen" : "the rate is cut while it climbs"}`,
          mend: "put the milestone after the warm-up, or count it from the warm-up's end (a local clock)",
        },
      ];
    });
  },
};
