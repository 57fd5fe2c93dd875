import type { Level, Plan } from "anneal";
import type { Context } from "../context.ts";
import { bind, shortName } from "../entry.ts";
import type { Parameter } from "../parameter.ts";
import type { Call, Lambda, Place } from "../value.ts";
import { startingAfter } from "./lastEpoch.ts";
import type { ParamGroups } from "./optimizer/paramGroups.ts";
import type { Group, Stepping } from "./stepper.ts";

/** One of PyTorch's schedulers as it was written. */
export interface Scheduler {
  readonly name: string;
  readonly place?: Place | undefined;
  /** What it does to the rate: multiplies it, overwrites it, or leads it on from where it is. */
  readonly role: "factor" | "overwrites" | "leads";
  /** How many others it steps at once, where it is made of others. */
  readonly parts?: number;
  /** How many steps there are, where the text says so. */
  readonly steps?: number | undefined;
  /** How many steps there are in all, where it can make no more. */
  readonly length?: number;
  /** The last step at which something new happens, as far as it has one. */
  readonly reach: number;
  /** The steps after which it rises again, as users may not expect. */
  readonly rises?: readonly number[];
  /** What it follows for a group, from step 0 on; one that leads starts at `start`, by default the base rate. */
  plan(i: number, start?: Level): Plan | undefined;
  /** What momentum follows, where it is cycled. */
  readonly momentum?: ((i: number) => Plan | undefined) | undefined;
  /** Whether it starts after an epoch that was done. */
  readonly resumed?: boolean;
  /** PyTorch's own arithmetic: its constructor for one group. */
  stepper(group: Group, i: number): Stepping;
}

/** What schedulers are read with. */
export interface Building {
  readonly context: Context;
  readonly groups: ParamGroups;
  /** PyTorch's classes by their names. */
  readonly classes: ReadonlyMap<string, SchedulerClass>;
  /** The plans of the text's functions. */
  readonly lambdas: Map<Lambda, Plan>;
}

/** One of PyTorch's classes. */
export interface SchedulerClass {
  /** Where its optimizer stands among its arguments. */
  readonly optimizer: number;
  read(call: Call, building: Building): Scheduler | undefined;
}

type Arguments<P> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** What a scheduler is beside its name and its place. */
export type Behaviour = Omit<Scheduler, "name" | "place">;

/** Where something of a call is wrong. */
export interface Argument {
  readonly building: Building;
  /** Tells what is wrong with one of the arguments. */
  wrong(parameter: string, expected: string, received: unknown): undefined;
}

/**
 * A class: its parameters in their order after `optimizer`, and what it does.
 *
 * `make` is called only when every argument is known and of its form; it answers nothing when it tells what is wrong.
 */
export function schedulerClass<const P extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: P,
  make: (given: Arguments<P>, argument: Argument) => Behaviour | undefined,
  optimizer = 0,
): SchedulerClass {
  const names = Object.entries(parameters);
  names.splice(optimizer, 0, ["optimizer", anything]);
  const all = Object.fromEntries(names);
  return {
    optimizer,
    read(call, building) {
      const { context } = building;
      const name = shortName(call.name);
      const { place } = call;
      const given = bind(all, call, context) as Arguments<P> | undefined;
      const wrong = (parameter: string, expected: string, received: unknown): undefined => {
        const at = call.places.get(parameter) ?? call.places.get(Object.keys(all).indexOf(parameter)) ?? place;
        context.problem(`${name}(${parameter})`, expected, String(received).slice(0, 60), at);
      };
      const argument = { building, wrong };
      const made = given && context.build(name, place, () => make(given, argument));
      const { last_epoch } = (given ?? {}) as { readonly last_epoch?: number };
      return made && { ...startingAfter(last_epoch, made, argument), name, place };
    },
  };
}

/** An optimizer is read by itself; it may be left out, since a text may begin after it. */
const anything: Parameter<unknown> = { read: () => undefined, fallback: { value: undefined } };
