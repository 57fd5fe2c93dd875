import { type Plan, shift } from "anneal";
import type { Reader } from "../entry.ts";
import { list, number, type Parameter } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { type ParamGroups, readParamGroups } from "../torch/optimizer/paramGroups.ts";
import { Call, isDictionary, isList, type Value } from "../value.ts";

/** What a warm-up asks of its optimizer. */
export interface Optimizer {
  readonly groups: ParamGroups;
  /** Adam's second beta for each group; nothing where it is missing or wrong. */
  beta2s(reader: Reader): readonly number[] | undefined;
}

/** The optimizer that a warm-up is given. */
export const optimizer: Parameter<Optimizer> = {
  read: (value, { context }) => ({
    groups: readParamGroups(value, context),
    beta2s(reader) {
      const beta2s = betasOf(value).map((betas) => beta2Of(betas, reader));
      return beta2s.every((beta2) => beta2 !== undefined) ? beta2s : undefined;
    },
  }),
};

/** The betas of each group, as far as the text has them; PyTorch's defaults where none are written. */
function betasOf(optimizer: Value): readonly (Value | undefined)[] {
  if (!(optimizer instanceof Call)) return [undefined];
  const { name, named, positional } = optimizer;
  const isAdam = /(^|\.)optim\.\w*Adam\w*$/.test(name);
  const common = named.get("betas") ?? (isAdam ? (positional[2] ?? [0.9, 0.999]) : undefined);
  const groups = named.get("params") ?? positional[0];
  const own = isList(groups) && groups.length > 0 && groups.every(isDictionary) ? groups : [];
  return own.length > 0 ? own.map((group) => group.get("betas") ?? common) : [common];
}

function beta2Of(betas: Value | undefined, { context, place }: Reader): number | undefined {
  const path = "optimizer(betas)";
  if (betas !== undefined) return list(number).read(betas, { context, path, place })?.[1];
  const given = context.given("beta2");
  if (given !== undefined) return number.read(given, { context, path: "beta2", place });
  context.need("beta2", "the second of the optimizer's betas, by which the warm-up is as long as it is", place);
  return undefined;
}

/** What is answered of warm-ups, one for all groups or one for each. */
export function dampened(
  plans: readonly Plan[],
  { bases, missing }: ParamGroups,
  lastStep: number,
  { context, place }: Reader,
): Found {
  for (const { name, value } of missing) context.need(name, "the optimizer's rate", value?.place ?? place);
  context.note("The warm-up multiplies whatever rate another scheduler makes; this is its part alone.", place);
  const shifted = plans.map((plan) => (lastStep === -1 ? plan : shift({ plan, by: lastStep + 1 })));
  const [first] = shifted;
  return {
    program: { lr: first && shifted.length === 1 ? first : shifted },
    ...(bases && (bases.length === 1 ? { run: { base: bases[0] as number } } : { bases })),
    unit: "update",
  };
}
