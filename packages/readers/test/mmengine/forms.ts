import type { Case } from "../../../anneal/test/parity/port.ts";
import { mmengine as written } from "../../../anneal/test/parity/ports/mmengine.ts";
import { dataDocument } from "../../src/document.ts";
import { mmengine } from "../../src/mmengine/mmengine.ts";
import { data, dictionary } from "../data.ts";
import { callDocument, type Form } from "../readPorts.ts";

/** What a case has beside the scheduler's own arguments. */
export interface Options {
  readonly epoch_length?: number;
  readonly schedulers?: readonly object[];
}

const common = { framework: mmengine, written, series: { lr: "values", momentum: "values" } };

/** A scheduler as Python builds it, which does not know how long an epoch is. */
export const calls: Form = {
  ...common,
  document: (name, { config }) => callDocument(`mmengine.optim.${name}`, dictionary(config)),
};

/** A `param_scheduler`. */
export const configurations: Form = {
  ...common,
  document(name, { config }: Case<Options>) {
    const { epoch_length, schedulers, ...own } = config;
    const converted = epoch_length === undefined ? {} : { convert_to_iter_based: true };
    const param_scheduler = schedulers ?? { type: name, ...own, ...converted };
    return dataDocument("json", data({ param_scheduler, train_cfg: { max_epochs: 1e9 } }));
  },
  values: ({ config: { epoch_length } }: Case<Options>) => (epoch_length === undefined ? {} : { epoch_length }),
};
