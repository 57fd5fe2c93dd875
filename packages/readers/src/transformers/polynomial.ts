import { warmupPolynomial } from "anneal";
import { entry } from "../entry.ts";
import { number, optional } from "../parameter.ts";
import { counts, last } from "./counts.ts";
import { shareOf } from "./floor.ts";
import { found } from "./found.ts";

/** `get_polynomial_decay_schedule_with_warmup`. */
export const getPolynomial = entry(
  { ...counts, lr_end: optional(number, 1e-7), power: optional(number, 1), ...last },
  (given, reader) => {
    const { optimizer, num_warmup_steps: warmup, num_training_steps: steps, lr_end: end, power } = given;
    const { lr = Number.POSITIVE_INFINITY } = optimizer;
    if (end >= lr) {
      reader.context.problem("lr_end", `below the optimizer's rate (${lr})`, String(end), reader.place);
      return undefined;
    }
    if (steps === warmup) reader.context.note(`transformers divides by zero at update ${steps + 1}`, reader.place);
    const to = shareOf(end, optimizer, reader);
    if (to === undefined) return undefined;
    return found(warmupPolynomial({ warmup, over: Math.max(0, steps - warmup), to, power }), optimizer, reader, steps);
  },
);
