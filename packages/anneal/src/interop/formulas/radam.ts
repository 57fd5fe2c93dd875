import { apply, bind, type Expression } from "../expression/expression.ts";
import { minus, over, plus, power, times } from "../expression/math.ts";

/** The formula of the library's own function `radam`. */
export function radam(time: Expression, [beta2 = 0.999]: readonly number[]): Expression {
  const limit = 2 / (1 - beta2) - 1;
  if (!(limit > 4 && limit < 1 / 0)) return 1;
  let first = 1;
  while (limit - (2 * first * beta2 ** first) / (1 - beta2 ** first) <= 4) first++;
  return bind("k", plus(time, first), (k) => {
    const left = power(beta2, k);
    return bind("rho", minus(limit, over(times(times(2, k), left), minus(1, left))), (rho) => {
      const above = times(times(minus(rho, 4), minus(rho, 2)), limit);
      return power(apply("max", over(above, times((limit - 4) * (limit - 2), rho)), 0), 0.5);
    });
  });
}
