import type { RateSetter } from "../rateSetter.ts";
import { Unknown } from "../value.ts";
import { carriedBy } from "./carried.ts";
import { type Body, carriedValues, readsRate, valuesIn } from "./carriedValues.ts";
import { countedWhere } from "./countedWhere.ts";
import { parameterOf } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Defined, Held } from "./held.ts";
import { Scope } from "./scope.ts";

/** An entry of an optimizer's group that is assigned, and one that is changed by what it was. */
export const SETS: RegExp = /\[\s*(["'])lr\1\s*\]\s*=(?!=)/;
export const CHANGES: RegExp = /\[\s*(["'])lr\1\s*\]\s*(?:[-+*/]|\*\*)=/;

/** What the parameter is called that says how far training is. */
export const TIME: RegExp =
  /^(?:cur(?:r?ent)?_?|global_?|n_?|i_?|num_?|train_?)*(?:epochs?|steps?|iter(?:ation)?s?|it|itr|updates?|t)(?:_?(?:num(?:ber)?|idx|index|i|no|count|id))?$/i;

/** How long a function is at most. */
const LONGEST = 20_000;

/** The functions and loops of a text that set the rate of an optimizer's groups by how far training is, as what they compute. */
export function rateSetters(evaluation: Evaluation): readonly RateSetter[] {
  const functions = evaluation.functions.flatMap(({ defined, self }): RateSetter[] => {
    const { from, to } = defined.node;
    const text = to - from > LONGEST ? "" : evaluation.source.slice(from, to);
    if (!SETS.test(text) && !CHANGES.test(text)) return [];
    const { from: begin, to: end } = defined.body;
    const body = evaluation.source.slice(begin, end);
    const all = (defined.parameters ?? []).filter(({ name }) => TIME.test(name));
    const used = all.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(body));
    const times = used.length > 0 ? used : all;
    const [time] = times;
    const place = evaluation.place(defined.node);
    if (!time) return [];
    const { name } = defined;
    const given = new Set(
      defined.uses.flatMap((use) => {
        const one = use.get(time.name);
        return one instanceof Unknown ? [one.name] : [];
      }),
    );
    // What loops of the text give for several of them is no number that anybody can say.
    const because = times.length > 1 && defined.uses.length > 0 ? severalOf(times) : undefined;
    const unknown = new Unknown(evaluation.text(defined.node), place, because);
    const assumed: Unknown[] = [];
    const set = because === undefined ? setBy(defined, self, times, text, assumed, evaluation) : { values: [unknown] };
    const { values } = set;
    const counted = new Map(
      [...given].flatMap((one) => {
        const condition = countedWhere(one, evaluation.source);
        return condition === undefined ? [] : [[one, condition] as const];
      }),
    );
    return values.length > 0
      ? [
          {
            ...{ name, place, parameter: time.name, others: times.slice(1).map((one) => one.name) },
            ...{ given: [...given], counted, assumed, ...set },
          },
        ]
      : [];
  });
  return [...functions, ...evaluation.loopSetters];
}

/** What is assigned to the groups' rates by the first of several times: one for all of them, or one for each by their numbers. */
function setBy(
  defined: Defined,
  self: Held | undefined,
  times: readonly { readonly name: string }[],
  text: string,
  assumed: Unknown[],
  evaluation: Evaluation,
): Pick<RateSetter, "values" | "carries"> {
  const { node, scope, uses, parameters = [] } = defined;
  const [time = "", ...others] = times.map((one) => one.name);
  const free = parameterOf(time, evaluation.place(node));
  const own = new Scope(scope);
  for (const [i, taken] of parameters.entries()) {
    const [first] = uses;
    const value = first?.get(taken.name);
    const same = value !== undefined && uses.every((use) => use.get(taken.name) === value);
    const isOther = others.includes(taken.name);
    const why = isOther ? severalOf(times) : `a parameter of ${defined.name}`;
    const asked = new Unknown(taken.name, evaluation.place(taken.node), why);
    const alone = isOther ? asked : (taken.fallback ?? asked);
    own.names.set(taken.name, taken.name === time ? free : i === 0 && self ? self : same ? value : alone);
  }
  const body: Body = { defined, own, free, text, assumed };
  const carried = carriedBy(defined, self, own, evaluation).filter(({ isRate }) => !isRate || readsRate(text));
  const isCarried = carried.length > 0 && valuesIn(body, carried, evaluation).isCarried;
  return isCarried ? carriedValues(body, carried, time, evaluation) : { values: valuesIn(body, [], evaluation).values };
}

/** Why nothing is known of a rate by several times. */
function severalOf(times: readonly { readonly name: string }[]): string {
  return `a function of ${times.map(({ name }) => name).join(" and ")}`;
}
