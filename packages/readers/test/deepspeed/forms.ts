import type { Case } from "../../../anneal/test/parity/port.ts";
import { deepspeed as written } from "../../../anneal/test/parity/ports/deepspeed.ts";
import { deepspeed } from "../../src/deepspeed/deepspeed.ts";
import { dataDocument } from "../../src/document.ts";
import { Call } from "../../src/value.ts";
import { data, dictionary } from "../data.ts";
import { callDocument, type Form } from "../readPorts.ts";

type One = Case<object> & { readonly optimizer?: string };

const common = { framework: deepspeed, written, series: { lr: "values", beta1: "momentum" } };

/** As Python builds them, with an optimizer of the case's groups. */
export const calls: Form = {
  ...common,
  document(name, one: One) {
    const groups = (one.bases ?? [one.base]).map((lr) => dictionary({ lr }));
    const optimizer = new Call(`torch.optim.${one.optimizer ?? "SGD"}`, { positional: [groups] });
    return callDocument(`deepspeed.runtime.lr_schedules.${name}`, dictionary({ optimizer, ...one.config }));
  },
};

/** As a configuration has them: with one rate for all groups. */
export const configurations: Form = {
  ...common,
  document(name, one: One) {
    const optimizer = { type: one.optimizer ?? "SGD", params: { lr: one.base } };
    return dataDocument(
      "json",
      data({ train_batch_size: 32, optimizer, scheduler: { type: name, params: one.config } }),
    );
  },
};
