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
      // A sum of levels is a curve that was written out, step by step.
      if (plan.kind !== "piecewise" || inside.includes("sum")) return [];
      const until = inside.includes("product") ? over : start;
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
