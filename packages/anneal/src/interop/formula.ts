import { refuse } from "../error.ts";
import type { FactsOf } from "../needs.ts";
import type { Piece } from "../piece.ts";
import { piecesOf } from "../piecesOf.ts";
import type { Plan } from "../plan.ts";
import type { BuildOptions, RunFor } from "../schedule.ts";
import { checkOptions } from "./checkOptions.ts";
import { distinct } from "./expression/distinct.ts";
import { type Expression, STEP } from "./expression/expression.ts";
import { functionsIn } from "./expression/functionsIn.ts";
import { minus } from "./expression/math.ts";
import { simplify } from "./expression/simplify.ts";
import { choose } from "./expression/table.ts";
import { writerOf } from "./formulas.ts";
import { namedFunctions } from "./namedFunctions.ts";

/** A plan in a run as one formula of the step. */
export interface Formula {
  /** The formula: plain data, of about twenty operators, which JSON keeps. */
  readonly expression: Expression;
  /** The names of the functions of the user's that it calls. */
  readonly needs: readonly string[];
}

/**
 * A plan, read against a run, as one formula of the step: what every export prints.
 *
 * Formula: as each kind's own, in the textbook's form wherever that is exact; 1e-12 relative to `schedule(plan, run)`.
 *
 * - `plan`, `run`: as for `schedule`.
 * - `options.functions`: the functions that `custom` plans name; needed only where a later part of the plan starts from
 *   a value of theirs. Default none.
 *
 * Throws a PlanError that lists every problem of the plan and the run.
 *
 * @example
 * ```ts
 * import { linear } from "anneal";
 * import { formula } from "anneal/interop";
 * const { expression } = formula(linear({ from: 0, to: 0.5, over: 4 }), {});
 * JSON.stringify(expression).includes('"choose"'); // => true
 * ```
 */
export function formula<P extends Plan>(plan: P, run: RunFor<FactsOf<P>>, options: BuildOptions = {}): Formula {
  checkOptions(options, "functions");
  const { functions, nameOf } = namedFunctions(options.functions);
  const pieces = piecesOf(plan, run, functions);

  function write(own: readonly Piece[], time: Expression, end: number): Expression {
    const seen = own.filter(({ value, leaf }, i) => i === 0 || leaf || own[i - 1]?.leaf || own[i - 1]?.value !== value);
    const cases = seen.map(({ start, value, leaf }, i) => {
      if (!leaf && Number.isNaN(value)) refuse("options.functions", "the functions whose values the plan holds", value);
      const around = { start: start - value, end: (seen[i + 1]?.start ?? end) - value, write, nameOf };
      return leaf ? writerOf(leaf).write(leaf.fields as never, minus(time, value), around) : value;
    });
    return choose(
      time,
      seen.slice(1).map(({ start }) => start),
      cases,
    );
  }

  const expression = distinct(simplify(write(pieces, STEP, 1 / 0)));
  return { expression, needs: [...functionsIn(expression)] };
}
