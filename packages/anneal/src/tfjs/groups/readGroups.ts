import type { Problems } from "../../error.ts";
import { isObject, join, type Values } from "../../field.ts";
import { oneOf } from "../../nearest.ts";
import { EXPECTED, resolve } from "../../units.ts";
import { checkBetas } from "../betas.ts";
import { isBelow, rangeText } from "../cell.ts";
import type { Internals } from "../recognise.ts";
import type { GroupSettings } from "./group.ts";
import { type TfjsLayer, type TfjsLayerWeight, type TfjsVariable, variableOf } from "./variable.ts";

/** The hyperparameters of a group; what is absent is as in the base optimizer. */
export interface TfjsGroupHyperparameters {
  /** The learning rate: a number, or `"0.1x"` for a tenth of the base optimizer's. */
  readonly lr?: number | `${number}x`;
  /** The momentum, where the base optimizer is Momentum or RMSProp. */
  readonly momentum?: number;
  /** beta1 and beta2, where the base optimizer is Adam or Adamax. */
  readonly betas?: readonly [number, number];
  /** The decoupled weight decay. */
  readonly weightDecay?: number;
}

/** A group of `groups`: its variables, or the layers whose weights these are, with its hyperparameters. */
export type TfjsGroup = TfjsGroupHyperparameters &
  (
    | { readonly variables: readonly (TfjsVariable | TfjsLayerWeight)[]; readonly layers?: never }
    | { readonly layers: readonly TfjsLayer[]; readonly variables?: never }
  );

/** Checks all groups, and resolves what refers to the base optimizer. */
export function readGroups(groups: unknown, base: Internals, problems: Problems): GroupSettings[] {
  if (!Array.isArray(groups) || groups.length === 0) {
    problems.add("groups", "a list of groups", groups);
    return [];
  }
  const places = new Map<TfjsVariable, string>();
  return [...groups].flatMap((group: unknown, i) => {
    const path = `groups[${i}]`;
    if (!isObject(group)) {
      problems.add(path, "a group with variables or layers", group);
      return [];
    }
    const variables = readVariables(group, path, places, problems);
    return [{ ...readHyperparameters(group, path, base, problems), variables }];
  });
}

/** Finds the variables of a group, and reports those that are nothing to train or that a place has already. */
function readVariables(group: Values, path: string, places: Map<TfjsVariable, string>, problems: Problems) {
  const { variables, layers } = group;
  const lists = [variables, layers].filter((list) => list !== undefined);
  if (lists.length !== 1 || !Array.isArray(lists[0])) {
    problems.add(path, "either a list of variables or a list of layers", lists.length === 2 ? "both" : lists[0]);
    return [];
  }
  const before = problems.issues.length;
  const found = Array.isArray(layers) ? weightsIn(layers, path, problems) : listed(variables, `${path}.variables`);
  if (found.length + problems.issues.length === before) problems.add(path, "at least one variable", found);
  return found.flatMap(({ place, value }) => {
    const variable = variableOf(value);
    if (!variable) {
      problems.add(place, "a variable that is not disposed", value);
      return [];
    }
    const other = places.get(variable);
    if (other) problems.add(place, `another variable than "${variable.name}", which is ${other} too`, variable.name);
    places.set(variable, place);
    return [variable];
  });
}

/** A value, and where it stands. */
interface Placed {
  readonly value: unknown;
  readonly place: string;
}

function listed(values: unknown, path: string): Placed[] {
  return [...(values as unknown[])].map((value, i) => ({ value, place: `${path}[${i}]` }));
}

function weightsIn(layers: unknown, path: string, problems: Problems): Placed[] {
  return listed(layers, `${path}.layers`).flatMap(({ value, place }) => {
    const layer = value as Partial<TfjsLayer> | null | undefined;
    if (layer?.built && Array.isArray(layer.weights)) return listed(layer.weights, `${place}.weights`);
    const remedy = layer?.built === false ? ": give it an inputShape, or call its build" : "";
    problems.add(place, `a layer that is built${remedy}`, remedy ? layer?.name : value);
    return [];
  });
}

function readHyperparameters(group: Values, path: string, base: Internals, problems: Problems) {
  const has = { momentum: base.momentum !== undefined, betas: base.beta1 !== undefined };
  const lacks = (name: string) => has[name as keyof typeof has] === false;
  const all = ["variables", "layers", "lr", "weightDecay", ...Object.keys(has)];
  const known = all.filter((name) => !lacks(name));
  for (const [name, value] of Object.entries(group)) {
    if (lacks(name)) problems.add(join(path, name), `none, as ${base.getClassName()} has no ${name}`, value);
    else if (!known.includes(name)) problems.add(path, oneOf(known, name), name);
  }
  const number = (name: "lr" | "momentum" | "weightDecay", value: unknown, expected: string = rangeText(Infinity)) => {
    if (value !== undefined && !isBelow(value, Infinity)) problems.add(`${path}.${name}`, expected, group[name]);
    return value as number;
  };
  const { lr = "1x", momentum = base.momentum, betas = [base.beta1, base.beta2], weightDecay = 0 } = group;
  if (has.betas) checkBetas(`${path}.betas`, betas, problems);
  const rate = resolve("level", lr, { base: base.learningRate }) ?? Number.NaN;
  const [beta1, beta2] = Array.isArray(betas) ? betas : [];
  const settings = {
    learningRate: number("lr", rate, `${EXPECTED.level} from 0`),
    momentum: number("momentum", momentum),
    beta1,
    beta2,
  };
  return { settings, weightDecay: number("weightDecay", weightDecay) };
}
