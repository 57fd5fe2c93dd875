import { constant, linear, type Plan, piecewise, polynomial, product, sequence, sum, warmupPolynomial } from "anneal";
import { float, int } from "../numerals.ts";
import { nullable, optional } from "../parameter.ts";
import { schedule } from "./schedule.ts";

/** `polynomial_decay`: a warm-up, then a power of the share of updates that is left, down to `end_learning_rate`. */
export const polynomialDecay = schedule(
  {
    rates: "several",
    parameters: {
      warmup_updates: optional(int, 0),
      force_anneal: nullable(int),
      end_learning_rate: optional(float, 0),
      power: optional(float, 1),
      total_num_update: nullable(float),
    },
  },
  (given, { lr, maxUpdate, context, options, refuse }) => {
    const { warmup_updates: warmup, end_learning_rate: to, power, force_anneal } = given;
    const total = given.total_num_update ?? maxUpdate;
    if (total <= 0) refuse("total_num_update", "a number above 0, or --max-update");
    if (force_anneal !== null) {
      const text = `From epoch ${force_anneal} on fairseq's force_anneal applies the decay to its own result; read without it.`;
      context.note(text, options("force_anneal")?.place);
    }
    if (lr.length > 1) {
      return { plan: byEpochs(lr, { warmup, left: total - warmup, to, power }), byEpochs: true };
    }
    return { plan: warmup > 0 && warmup >= total ? late(warmup, to) : fall(warmup, total, to, power) };
  },
);

function fall(warmup: number, total: number, to: number, power: number): Plan {
  return warmupPolynomial({ warmup, over: total - warmup, to, power });
}

/** The last update of a warm-up belongs to it, even where nothing comes after. */
function late(warmup: number, to: number): Plan {
  return sequence({ plan: linear({ from: 0, to: "1x", over: warmup }), until: warmup + 1 }, constant({ value: to }));
}

interface Fall {
  readonly warmup: number;
  readonly left: number;
  readonly to: number;
  readonly power: number;
}

/** A rate for each epoch, of which the first epoch already has the second one. */
function byEpochs([, second, ...rates]: readonly number[], { warmup, left, to, power }: Fall): Plan {
  const at = rates.map((_, i) => `${i + 1} epochs` as const);
  const peaks = piecewise({ from: second as number, at, to: rates });
  const stages = (climb: Plan, from: number, to: number): Plan =>
    sequence(
      { plan: climb, until: warmup + (left > 0 ? 0 : 1) },
      polynomial({ from, to, over: Math.max(0, left), power }),
    );
  return sum(
    product(peaks, stages(linear({ from: 0, to: 1, over: warmup }), 1, 0)),
    product(constant({ value: to }), stages(constant({ value: 0, over: warmup }), 0, 1)),
  );
}
