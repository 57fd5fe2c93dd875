import type { Run } from "anneal";
import type { Context } from "./context.ts";
import { readParamGroups } from "./torch/optimizer/paramGroups.ts";
import type { Call } from "./value.ts";

/** What a call's optimizer, its first argument, states of the rates. */
export interface OptimizerFacts {
  readonly run: Run;
  readonly bases?: readonly number[];
}

/** The facts that the optimizer of a call states; none where the text does not have it. */
export function optimizerFacts({ named, positional }: Call, context: Context): OptimizerFacts {
  const { bases = [] } = readParamGroups(named.get("optimizer") ?? positional[0], context);
  const [base] = bases;
  return { run: base === undefined ? {} : { base }, ...(bases.length > 1 && { bases }) };
}
