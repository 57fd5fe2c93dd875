import { cosine, linear, oneCycle, repeat, sequence } from "anneal";
import { type Shape, shape } from "../mmengine/curve.ts";
import { choice, either, flag, limited, list, nullable, number, optional } from "../parameter.ts";
import { isList } from "../value.ts";
import { step } from "./step.ts";

const above0 = limited(number, "a number above 0", (value) => value > 0);

/** The policies that count iterations only. */
export const ITERATIONS = {
  cyclic: shape(
    {
      target_ratio: optional(either(list(above0), isList, above0), [10, 1e-4]),
      cyclic_times: optional(step, 1),
      step_ratio_up: optional(
        limited(number, "a number from 0 to below 1", (value) => value >= 0 && value < 1),
        0.4,
      ),
      anneal_strategy: optional(choice("cos", "linear"), "cos"),
      gamma: optional(
        limited(number, "1", (value) => value === 1),
        1,
      ),
    },
    ({ target_ratio, cyclic_times, step_ratio_up, anneal_strategy }, { end, refuse }) => {
      const [up = 10, down = up / 1e5, ...others] = [target_ratio].flat();
      if (others.length > 0) refuse("target_ratio", "a number or two", others.length + 2);
      const each = Math.floor(end / cyclic_times);
      const rise = Math.trunc(step_ratio_up * each);
      if (each < 1) refuse("cyclic_times", `at most ${end}`, cyclic_times);
      const ramp = anneal_strategy === "cos" ? cosine : linear;
      return [
        {
          plan: (own) => {
            const fall = ramp({ from: own(up), to: own(down), over: each - rise });
            const cycle = rise > 0 ? sequence(ramp({ from: own(1), to: own(up), over: rise }), fall) : fall;
            return each < end ? repeat({ plan: cycle }) : cycle;
          },
        },
      ];
    },
  ),

  OneCycle: shape(
    {
      max_lr: either(list(number), isList, number),
      total_steps: nullable(step),
      pct_start: optional(
        limited(number, "a number from 0 to 1", (value) => value >= 0 && value <= 1),
        0.3,
      ),
      anneal_strategy: optional(choice("cos", "linear"), "cos"),
      div_factor: optional(number, 25),
      final_div_factor: optional(number, 1e4),
      three_phase: optional(flag, false),
    },
    (
      { max_lr, total_steps, pct_start, anneal_strategy, div_factor, final_div_factor, three_phase },
      { end, refuse },
    ) => {
      const over = total_steps ?? end;
      if (over < end) refuse("total_steps", `at least ${end}, the length of training`, over);
      return [max_lr].flat().map((peak) => ({
        plan: () =>
          oneCycle({
            ...{ peak, over, pctStart: pct_start, divFactor: div_factor, finalDivFactor: final_div_factor },
            ...(three_phase && { pctFinal: 2 * pct_start }),
            strategy: anneal_strategy === "cos" ? "cosine" : "linear",
          }).lr,
        absolute: true,
      }));
    },
  ),
} satisfies Readonly<Record<string, Shape>>;
