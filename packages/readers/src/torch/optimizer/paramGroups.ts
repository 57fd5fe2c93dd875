import type { Context } from "../../context.ts";
import { shortName } from "../../entry.ts";
import { describe } from "../../parameter.ts";
import { Call, isDictionary, isList, Unknown, type Value } from "../../value.ts";
import { optimizers } from "./optimizers.ts";

/** What a text says of the optimizer that is scheduled. */
export interface ParamGroups {
  /** How many groups there are, where the text says so. */
  readonly count?: number | undefined;
  /** How many there are by the lists that schedulers give, one entry for each. */
  listed?: number;
  /** The base rate of each group, where the text has all of them. */
  readonly bases?: readonly number[] | undefined;
  /** What is to be asked for where it has not, and what for. */
  readonly missing: readonly { readonly name: string; readonly value?: Unknown }[];
  /** What its classes that cycle momentum write: `false` is neither, undefined is not known. */
  readonly cycled?: "momentum" | "beta1" | false | undefined;
}

/** Reads an optimizer: a call of one of PyTorch's, or of any other with an `lr`. */
export function readParamGroups(given: Value | undefined, context: Context): ParamGroups {
  const optimizer = given === undefined ? undefined : context.known(given);
  if (!(optimizer instanceof Call)) return asked(context);
  const { name, named, positional, places, place } = optimizer;
  const defaults = /^(torch\.)?(optim\.)?[^.]+$/.test(name) ? optimizers.get(shortName(name)) : undefined;
  const rate = named.get("lr") ?? (defaults && (positional[1] ?? defaults.lr));
  const params = named.get("params") ?? positional[0];
  const groups = isList(params) && params.length > 0 && params.every(isDictionary) ? params : undefined;
  const written = groups?.map((group) => group.get("initial_lr") ?? group.get("lr") ?? rate) ?? [rate];
  const missing = new Map<string, Unknown>();
  const bases = written.map((one) => {
    const known = one === undefined ? undefined : rateOf(one, context, missing);
    if (known === undefined || (typeof known === "number" && known >= 0)) return known;
    context.problem("lr", "a number from 0", describe(known), places.get("lr") ?? place);
    return undefined;
  });
  const cycled = defaults ? (defaults.cycled ?? false) : cycledOf(optimizer);
  const count = groups?.length ?? (isParameters(params) ? 1 : undefined);
  if (bases.every((one) => one !== undefined)) return { count, bases, missing: [], cycled };
  if (missing.size === 0) return { ...asked(context), count, cycled };
  return { count, missing: [...missing].map(([name, value]) => ({ name, value })), cycled };
}

/** A rate; what nobody has of it goes to `missing`. */
function rateOf(value: Value, context: Context, missing: Map<string, Unknown>): Value | undefined {
  const known = context.known(value, (part) => missing.set(part.name, part));
  if (!(known instanceof Call)) return known;
  return known.outcome && rateOf(known.outcome, context, missing);
}

/** An optimizer that the text does not have; the rate may have been given. */
function asked(context: Context): ParamGroups {
  const given = context.given("lr");
  const bases = typeof given === "number" ? [given] : Array.isArray(given) ? (given as number[]) : undefined;
  const count = bases && bases.length > 1 ? bases.length : undefined;
  return { count, bases, missing: bases ? [] : [{ name: "lr" }] };
}

/** Whether it is all parameters of a model: one group. */
function isParameters(params: Value | undefined): boolean {
  return (params instanceof Call || params instanceof Unknown) && /\.parameters(\(\))?$/.test(params.name);
}

/** What another library's optimizer has, by its arguments or its name. */
function cycledOf({ name, named }: Call): "momentum" | "beta1" | undefined {
  if (named.has("betas") || /adam|lamb|lion/i.test(shortName(name))) return "beta1";
  return named.has("momentum") || /sgd/i.test(shortName(name)) ? "momentum" : undefined;
}
