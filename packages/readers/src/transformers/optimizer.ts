import type { Context } from "../context.ts";
import { shortName } from "../entry.ts";
import type { Parameter } from "../parameter.ts";
import { optimizers } from "../torch/optimizer/optimizers.ts";
import { type ParamGroups, readParamGroups } from "../torch/optimizer/paramGroups.ts";
import { Call, isList, type Value } from "../value.ts";

/** What a text says of an optimizer's rates. */
export interface OptimizerRates extends ParamGroups {
  /** `optimizer.defaults["lr"]`, which some schedules take for every group's rate. */
  readonly lr?: number | undefined;
}

/** The optimizer of a schedule; whatever it is, the schedule can be read, at least relative to its rate. */
export const optimizer: Parameter<OptimizerRates> = {
  read: (value, { context }) => {
    const groups = readParamGroups(value, context);
    const params = value instanceof Call ? (value.named.get("params") ?? value.positional[0]) : undefined;
    return { ...groups, lr: isList(params) ? ownRate(value as Call, context) : groups.bases?.[0] };
  },
};

/** The rate beside a list of groups. */
function ownRate({ name, named, positional }: Call, context: Context): number | undefined {
  const written: Value | undefined = named.get("lr") ?? positional[1] ?? optimizers.get(shortName(name))?.lr;
  const known = written === undefined ? undefined : context.known(written);
  return typeof known === "number" ? known : undefined;
}
