import { mayBe } from "../../answered.ts";
import type { Context } from "../../context.ts";
import { shortName } from "../../entry.ts";
import { hasOwnRates } from "../../ownRatesOfGroups.ts";
import { describe } from "../../parameter.ts";
import { Call, type Dictionary, isDictionary, isList, Unknown, type Value } from "../../value.ts";
import { optimizers } from "./optimizers.ts";

/** What a text says of the optimizer that is scheduled. */
export interface ParamGroups {
  /** How many groups there are, where the text says so. */
  readonly count?: number | undefined;
  /** How many there are by the lists that schedulers give, one entry for each. */
  listed?: number;
  /** Whether there are others that are not read. */
  readonly isOpen?: boolean;
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
  const { name, named, positional, places, place, added } = optimizer;
  const defaults = /^(torch\.)?(optim\.)?[^.]+$/.test(name) ? optimizers.get(shortName(name)) : undefined;
  const rate = named.get("lr") ?? (defaults && positional[1]) ?? unpackedRate(named) ?? defaults?.lr;
  const missing = new Map<string, Unknown>();
  const params = paramsOf(named.get("params") ?? positional[0], context, missing);
  const listed = isList(params) && params.length > 0 && params.every(isDictionary) ? params : undefined;
  const more = added.filter(isDictionary);
  const groups = more.length === 0 ? listed : [...(listed ?? [new Map()]), ...more];
  const isOpen = more.length < added.length || (params instanceof Unknown && hasOwnRates(params));
  if (isOpen) {
    const told = `${shortName(name)} has groups with rates of their own that are not read, since loops or conditions add them`;
    context.note(told, place);
  }
  const written = groups?.map((group) => group.get("initial_lr") ?? group.get("lr") ?? rate) ?? [rate];
  const bases = written.map((one) => {
    const known = one === undefined ? undefined : rateOf(one, context, missing);
    if (known === undefined || (typeof known === "number" && known >= 0)) return known;
    context.problem("lr", "a number from 0", describe(known), places.get("lr") ?? place);
    return undefined;
  });
  const cycled = defaults ? (defaults.cycled ?? false) : cycledOf(optimizer);
  const count = groups?.length ?? (isParameters(params) ? 1 : undefined);
  const open = isOpen && { isOpen };
  if (missing.size === 0 && bases.every((one) => one !== undefined))
    return { count, bases, missing: [], cycled, ...open };
  if (missing.size === 0) return { ...asked(context), count, cycled, ...open };
  return { count, missing: [...missing].map(([name, value]) => ({ name, value })), cycled, ...open };
}

/** The rate that is in a dictionary which the text does not have. */
function unpackedRate(named: Dictionary): Unknown | undefined {
  const [, from] = [...named].find(([key, value]) => key.startsWith("**") && value instanceof Unknown) ?? [];
  return from instanceof Unknown ? new Unknown(`${from.name}.lr`, from.place) : undefined;
}

/** The parameters; where a condition decides which groups they are, what it takes is asked for. */
function paramsOf(params: Value | undefined, context: Context, missing: Map<string, Unknown>): Value | undefined {
  if (!(params instanceof Unknown && params.compute)) return params;
  const known = context.known(params, (part) => missing.set(part.name, part));
  // Where none of what it may be has rates of its own, it does not matter which it is.
  if (known === undefined && !mayBe(params, hasRates)) missing.clear();
  return known ?? params;
}

function hasRates(params: Value): boolean {
  return isList(params) && params.some((group) => isDictionary(group) && group.has("lr"));
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
