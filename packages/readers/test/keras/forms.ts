import type { Case } from "../../../anneal/test/parity/port.ts";
import { keras as written } from "../../../anneal/test/parity/ports/keras.ts";
import { dataDocument } from "../../src/document.ts";
import { keras } from "../../src/keras/keras.ts";
import { Lambda } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";
import { callDocument, type Form } from "../readPorts.ts";

const { LearningRateScheduler, ReduceLROnPlateau, ...schedules } = written;

interface Scheduler {
  readonly schedule: string;
  readonly factor: number;
  readonly start: number;
}

/** The functions of the table: of the epoch alone, or of the rate before as well. */
function functionOf({ config, base = 0 }: Case<Scheduler>): Lambda {
  const { schedule, factor, start } = config;
  if (schedule === "base * factor ** epoch") return new Lambda(schedule, (epoch = 0) => base * factor ** epoch);
  return new Lambda(schedule, (epoch = 0, lr = Number.NaN) => (epoch < start ? lr : lr * factor));
}

/** As Python builds them. */
export const calls: Form = {
  framework: keras,
  written: { ...schedules, ...(LearningRateScheduler && { LearningRateScheduler }) },
  document(name, one) {
    const isCallback = name === "LearningRateScheduler";
    const named = isCallback ? new Map([["schedule", functionOf(one)]]) : dictionary(one.config);
    return callDocument(`keras.${isCallback ? "callbacks" : "optimizers.schedules"}.${name}`, named);
  },
  run: ({ base }) => (base === undefined ? {} : { base }),
};

/** As an optimizer's `get_config` has them. */
export const configurations: Form = {
  framework: keras,
  written: schedules,
  document: (name, { config }) =>
    dataDocument(
      "json",
      data({ module: "keras.optimizers", class_name: "SGD", config: { learning_rate: objectOf(name, config) } }),
    ),
};

const objectOf = (name: string, config: object) => ({
  module: "keras.optimizers.schedules",
  class_name: name,
  config: { ...config, name },
  registered_name: null,
});
