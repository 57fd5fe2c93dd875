import type { Rule, Told } from "../rule.ts";

/**
 * Speaks of milestones that come while the rate still climbs: of a product, one factor of which climbs meanwhile; or on
 * the run's clock, before the part that they stand in has begun, which is refused when the plan is built.
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
      if (plan.kind !== "piecewise") return [];
      const until = inside.includes("product") ? over : start;
      return (fields.at as number[]).flatMap((at, i): readonly Told[] => {
        if (!(origin + at < until && origin + at > 0)) return [];
        const hidden = start > origin + at;
        const where = `it is at step ${origin + at}, and the warm-up ends at step ${until}`;
        return [
          {
            refused: hidden ? [`${path}.at[${i}]`] : [],
            severity: hidden ? "error" : "warning",
            path: `${path}.at[${i}]`,
            step: origin + at,
            text: `${where}: ${hidden ? "it is never seen" : "the rate is cut while it climbs"}`,
            mend: "put the milestone after the warm-up, or count it from the warm-up's end (a local clock)",
          },
        ];
      });
    });
  },
};
