import { type Formula, formula } from "../../formula.ts";
import { print } from "../../print/print.ts";
import { python } from "../../print/python.ts";
import { shortest } from "../../print/shortest.ts";
import type { Shape } from "../idiom.ts";

/** Any plan as a scheduler class of fvcore's, by its formula; its values are divided by a base rate. */
export function subclass(
  { plan, run, functions, steps }: Shape,
  name: string,
  base = 1,
): { readonly own: Formula; readonly parts: readonly string[] } {
  const own = formula(plan, run, functions && { functions });
  const divided = base === 1 ? "" : ` / ${shortest(base)}`;
  const about = base === 1 ? "The value" : "What the base rate is multiplied by";
  const code = `class ${name}(ParamScheduler):
    """${about}, from the share of the run that is done."""

    def __call__(self, where):
        return learning_rate(round(where * ${shortest(steps)}))${divided}
`;
  return { own, parts: [print(own, python), code] };
}
