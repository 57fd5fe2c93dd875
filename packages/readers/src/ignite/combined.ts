import { type Part, type Plan, sequence } from "anneal";
import type { Context } from "../context.ts";
import { bind, type Entry } from "../entry.ts";
import { optimizerFacts } from "../optimizerFacts.ts";
import { call as anyCall, ignored, limited, list, number } from "../parameter.ts";
import type { Call } from "../value.ts";
import { type Child, isChild, readChild } from "./child.ts";

function childrenOf(calls: readonly Call[], context: Context): readonly Child[] | undefined {
  const children = calls.map((call) => {
    if (isChild(call)) return readChild(call, context);
    context.problem("schedulers", "schedulers of Ignite's own", call.name.slice(0, 60), call.place);
    return undefined;
  });
  return children.every((child) => child !== undefined) ? children : undefined;
}

const event = limited(number, "a whole number above 0", (value) => value > 0 && Number.isInteger(value));

/** `ConcatScheduler`: one after the other, each on a clock of its own; the last one has no end. */
export const concat: Entry = {
  read(call, context) {
    const parameters = { schedulers: list(anyCall), durations: list(event), save_history: ignored } as const;
    const given = bind(parameters, call, context) as
      | { readonly schedulers: readonly Call[]; readonly durations: readonly number[] }
      | undefined;
    const children = given && childrenOf(given.schedulers, context);
    if (!given || !children) return undefined;
    const { durations, schedulers } = given;
    const wrong = (option: string, expected: string, received: number | string): undefined => {
      context.problem(`ConcatScheduler(${option})`, expected, String(received), call.places.get(option) ?? call.place);
      return undefined;
    };
    if (children.length < 2) return wrong("schedulers", "two or more", children.length);
    if (durations.length !== children.length - 1) {
      return wrong("durations", `one less than schedulers (${children.length - 1})`, durations.length);
    }
    const [first] = children as [Child];
    const other = children.find(({ key }) => key !== first.key);
    if (other) return wrong("schedulers", `all of ${first.key}`, other.key);
    let until = 0;
    const parts = children.map(({ plan }, i): Plan | Part => {
      const lasts = durations[i];
      if (lasts === undefined) return plan;
      until += lasts;
      return { plan, until };
    });
    return { program: { [first.key]: sequence(...parts) }, ...optimizerFacts(schedulers[0] as Call, context) };
  },
};

/** `ParamGroupScheduler`: one for each group. */
export const paramGroups: Entry = {
  read(call, context) {
    const parameters = { schedulers: list(anyCall), names: ignored, save_history: ignored } as const;
    const given = bind(parameters, call, context) as { readonly schedulers: readonly Call[] } | undefined;
    const children = given && childrenOf(given.schedulers, context);
    if (!given || !children) return undefined;
    const facts = given.schedulers[0] ? optimizerFacts(given.schedulers[0], context) : { run: {} };
    const keys = [...new Set(children.map(({ key }) => key))];
    const program = keys.map((key) => [key, children.filter((child) => child.key === key).map(({ plan }) => plan)]);
    return { program: Object.fromEntries(program), ...facts };
  },
};
