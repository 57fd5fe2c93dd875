import type { Context } from "../context.ts";
import type { Parameter } from "../parameter.ts";
import { type ParamGroups, readParamGroups } from "../torch/optimizer/paramGroups.ts";
import { Call, isDictionary, isList, type Value } from "../value.ts";

/** What a text says of the optimizer that is scheduled. */
export interface TimmGroups extends ParamGroups {
  /** Each group's `lr_scale`, which its rate is multiplied by, where any has one. */
  readonly scales?: readonly number[];
}

/** The optimizer of a scheduler. */
export const optimizer: Parameter<TimmGroups> = {
  read(value, { context }) {
    const scales = scalesOf(value, context);
    return { ...readParamGroups(value, context), ...(scales && { scales }) };
  },
};

function scalesOf(value: Value, context: Context): readonly number[] | undefined {
  const params = value instanceof Call ? (value.named.get("params") ?? value.positional[0]) : undefined;
  if (!isList(params) || !params.some((one) => isDictionary(one) && one.has("lr_scale"))) return undefined;
  return params.map((one) => {
    const scale = isDictionary(one) ? context.known(one.get("lr_scale") ?? 1) : 1;
    return typeof scale === "number" ? scale : 1;
  });
}
