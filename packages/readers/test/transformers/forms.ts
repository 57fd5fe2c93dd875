import type { Case } from "../../../anneal/test/parity/port.ts";
import { transformers as ports } from "../../../anneal/test/parity/ports/transformers.ts";
import { dataDocument } from "../../src/document.ts";
import { FUNCTIONS } from "../../src/transformers/functions.ts";
import type { SchedulerType } from "../../src/transformers/schedulerType.ts";
import { transformers } from "../../src/transformers/transformers.ts";
import { Call } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";
import { callDocument, type Form } from "../readPorts.ts";

type Config = Readonly<Record<string, number | string | undefined>>;
type One = Case<Config> & { readonly defaultLr?: number };

/** An optimizer with the case's rates. */
function optimizerOf({ base, bases = [base as number], defaultLr }: One): Call {
  const groups = bases.map((lr) => dictionary({ lr }));
  return new Call("torch.optim.SGD", { positional: [groups], named: dictionary({ lr: defaultLr }) });
}

/** Not what is undefined. */
const options = (entries: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

const written = Object.fromEntries(
  Object.entries(ports).filter(([name]) => Object.hasOwn(FUNCTIONS, name) && name !== "greedy"),
);
const common = { framework: transformers, written };

/** By the function of each schedule. */
export const calls: Form = {
  ...common,
  document: (name, one: One) =>
    callDocument(
      `transformers.${FUNCTIONS[name as SchedulerType].name}`,
      dictionary({ optimizer: optimizerOf(one), ...one.config }),
    ),
};

/** By `get_scheduler`. */
export const named: Form = {
  ...common,
  document(name, one: One) {
    const { num_warmup_steps, num_training_steps, ...special } = one.config;
    const own = { num_warmup_steps, num_training_steps, scheduler_specific_kwargs: special };
    return callDocument(
      "transformers.optimization.get_scheduler",
      dictionary(options({ name, optimizer: optimizerOf(one), ...own })),
    );
  },
};

/** By the Trainer's arguments. */
export const trained: Form = {
  ...common,
  document(name, one: One) {
    const { num_warmup_steps, num_training_steps, ...special } = one.config;
    const plain = {
      output_dir: "out",
      learning_rate: one.defaultLr,
      lr_scheduler_type: name,
      warmup_steps: num_warmup_steps,
      max_steps: num_training_steps ?? -1,
      lr_scheduler_kwargs: special,
    };
    return dataDocument("json", data(options(plain)));
  },
};

/** The Trainer has one rate for all, and makes at least one update. */
export function isTrained(one: Case<never>): boolean {
  const { config, base, defaultLr } = one as One;
  return base === defaultLr && (config.num_training_steps ?? 1) !== 0 && Number(config.num_stable_steps ?? 0) >= 0;
}
