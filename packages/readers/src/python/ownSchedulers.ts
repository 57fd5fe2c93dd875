import { groupsGiven, type OwnScheduler } from "../ownScheduler.ts";
import { type Call, isList, type Place, Unknown, type Value } from "../value.ts";
import { changedFields, changing, recurrenceIn } from "./changing.ts";
import { type Derived, Failure, lift, parameterOf } from "./derived.ts";
import type { Evaluation } from "./evaluation.ts";
import { classField, fieldOf } from "./fieldOf.ts";
import { bodyOf } from "./follow.ts";
import { type Class, Defined, type Held, Instance } from "./held.ts";
import { isOwnScheduler } from "./isOwnScheduler.ts";
import { computed } from "./lambdaOf.ts";
import { madeAlone } from "./madeAlone.ts";
import type { Node } from "./node.ts";
import { numbersIn } from "./numbersIn.ts";
import { binary } from "./operators.ts";

/** A group's rate, as it is read. */
const RATE = /\[\s*(["'])lr\1\s*\]/;

/** The classes of the text that have methods. */
export function classesOf({ functions }: Evaluation): readonly Class[] {
  return [...new Set(functions.flatMap(({ self }) => self?.of ?? []))];
}

/** The schedulers that a text makes of classes of its own. */
export function ownSchedulers(evaluation: Evaluation): readonly OwnScheduler[] {
  return classesOf(evaluation)
    .filter(isOwnScheduler)
    .flatMap((of) => {
      return of.made.map((one) => ownScheduler(one, of, one.made as Call, evaluation));
    });
}

/** Those that it defines and makes none of. */
export function unmadeSchedulers(evaluation: Evaluation): readonly OwnScheduler[] {
  const classes = classesOf(evaluation).filter(isOwnScheduler);
  return madeAlone(classes, evaluation).map((one) => {
    return ownScheduler(one, one.of as Class, one.made as Call, evaluation);
  });
}

function ownScheduler(one: Instance, of: Class, call: Call, evaluation: Evaluation): OwnScheduler {
  const getLr = classField(of, "get_lr") as Defined;
  const place = evaluation.place(getLr.node);
  const form = classField(of, "_get_closed_form_lr");
  const closed = form instanceof Defined ? evaluation.place(form.node) : undefined;
  const refused = (because: string, at: Place): OwnScheduler => {
    return { call, name: of.name, rates: [], leads: false, closed, refused: { because, place: at } };
  };
  const step = classField(of, "step");
  if (step instanceof Defined) return refused("a step() of its own", evaluation.place(step.node));
  const epoch = parameterOf("self.last_epoch", place);
  const bases = Array.from({ length: groupsGiven(call) }, (_, i) => parameterOf(`self.base_lrs[${i}]`, place));
  const rate = RATE.exec(evaluation.source.slice(getLr.node.from, getLr.node.to));
  const at = rate ? evaluation.places.at(getLr.node.from + rate.index) : place;
  const left = bases.map(() => changing("a group's rate", at));
  const resultBy = (lasts: readonly Unknown[]) =>
    resultOf(of, call, fieldsOf(one, of, { epoch, bases, lasts }, getLr.node, evaluation), evaluation);
  let { result, because } = resultBy(left);
  let recurrence = recurrenceIn(result);
  const lasts = bases.map((_, i) => parameterOf(`the rate of group ${i}`, at));
  const leads = recurrence !== undefined && left.includes(recurrence);
  if (leads) {
    ({ result, because } = resultBy(lasts));
    recurrence = recurrenceIn(result);
  }
  if (recurrence) return refused(`${recurrence.name}, ${recurrence.because}`, recurrence.place as Place);
  if (because !== undefined) return refused(because, place);
  const text = `${of.name}.get_lr`;
  const numbers = [
    ...numbersIn(getLr, evaluation),
    ...[...one.fields.values()].flatMap((held) => (isList(held as Value) ? (held as readonly Held[]) : [held])),
  ].filter((held) => typeof held === "number");
  const rates = bases.map((_, i) => {
    const own = isList(result)
      ? (result[i] as Value | undefined)
      : lift([result], () => ({ name: text, place }), item(i));
    return computed(
      text,
      place,
      own ?? new Unknown(text, place, "rates for fewer groups"),
      [epoch, ...bases, ...(leads ? lasts : [])],
      numbers,
    );
  });
  return { call, name: of.name, rates, leads, closed };
}

/** What `get_lr` gives with these fields, and why it is none that can be computed. */
function resultOf(of: Class, call: Call, fields: Map<string, Held>, evaluation: Evaluation) {
  const self = new Instance(of, undefined, call, fields);
  const { node } = classField(of, "get_lr") as Defined;
  const method = fieldOf(self, "get_lr", node, evaluation) as Defined;
  const before = evaluation.because;
  evaluation.because = undefined;
  const result = evaluation.quietly(() =>
    evaluation.readers.value(bodyOf(method, method.given, evaluation), node, evaluation),
  );
  const { because } = evaluation;
  evaluation.because = before;
  return { result, because };
}

/** The rate of a group in what `get_lr` gives. */
const item =
  (i: number) =>
  (rates: Value | undefined): Value | Failure =>
    (isList(rates) ? rates[i] : undefined) ?? new Failure("no list of a rate for each group");

/** What the fields of a scheduler are while it computes its rates. */
function fieldsOf(
  one: Instance,
  of: Class,
  {
    epoch,
    bases,
    lasts,
  }: { readonly epoch: Derived; readonly bases: readonly Derived[]; readonly lasts: readonly Unknown[] },
  getLr: Node,
  evaluation: Evaluation,
): Map<string, Held> {
  const place = evaluation.place(getLr);
  const groups = bases.map(
    (base, i) =>
      new Map<string, Value>([
        ["initial_lr", base],
        ["lr", lasts[i] as Unknown],
      ]),
  );
  const optimizer = new Instance(undefined, undefined, undefined, new Map<string, Held>([["param_groups", groups]]));
  const changed = [...changedFields(of, evaluation)].map(([name, [change]]): [string, Held] => {
    return [name, changing(`self.${name}`, change ? evaluation.place(change.target) : place)];
  });
  const written = { name: "self._step_count", place };
  return new Map<string, Held>([
    // What its own constructor sets after PyTorch's goes before this.
    ["base_lrs", bases],
    ...one.fields,
    ...changed,
    ["optimizer", optimizer],
    ["last_epoch", epoch],
    ["_last_lr", changing("self._last_lr", place)],
    [
      "_step_count",
      lift(
        [epoch],
        () => written,
        (count) => binary("+", count as Value, 1),
      ),
    ],
    ["_get_lr_called_within_step", true],
  ]);
}
