import type { Case } from "../../../anneal/test/parity/port.ts";
import { composer as written } from "../../../anneal/test/parity/ports/composer.ts";
import { composer } from "../../src/composer/composer.ts";
import { dataDocument } from "../../src/document.ts";
import { data, dictionary } from "../data.ts";
import { callDocument, type Form } from "../readPorts.ts";

interface Trainer {
  readonly dataloader_len: number;
  readonly samples_per_batch: number;
  readonly tokens_per_batch: number;
  readonly max_duration: string;
  readonly scale_schedule_ratio: number;
}

function factsOf({ trainer }: Case<never>): Record<string, number | string> {
  const { samples_per_batch, ...same } = trainer as Trainer;
  return { ...same, global_train_batch_size: samples_per_batch };
}

interface Several {
  readonly schedulers?: readonly { readonly scheduler: string; readonly config: object }[];
}

/** As a YAML configuration has them. */
export const configurations: Form = {
  framework: composer,
  written,
  document(name, one: Case<Several>) {
    const { max_duration, scale_schedule_ratio } = factsOf(one as never);
    const schedulers = one.config.schedulers ?? [{ scheduler: name, config: one.config }];
    const items = schedulers.map(({ scheduler, config }) => ({ _target_: `composer.optim.${scheduler}`, ...config }));
    return dataDocument(
      "yaml",
      data({ schedulers: items, max_duration, scale_schedule_ratio, optimizer: { lr: one.base ?? 1 } }),
    );
  },
  values(one) {
    const { max_duration, scale_schedule_ratio, ...values } = factsOf(one);
    return values;
  },
};

const { several, ...alone } = written;

/** One scheduler, as Python builds it. */
export const calls: Form = {
  framework: composer,
  written: alone,
  document: (name, { config }) => callDocument(`composer.optim.${name}`, dictionary(config)),
  values: factsOf,
};
