import { expect, test } from "vitest";
import { compareTable } from "../../../anneal/test/parity/compare.ts";
import type { Case, Port } from "../../../anneal/test/parity/port.ts";
import { composer as ports } from "../../../anneal/test/parity/ports/composer.ts";
import { composer } from "../../src/composer/composer.ts";
import { dataDocument } from "../../src/document.ts";
import { readAs } from "../../src/read.ts";
import type { Reading } from "../../src/reading.ts";
import { data } from "../data.ts";
import { readCall, reading, tableOf } from "../parityCases.ts";

interface Trainer {
  readonly dataloader_len: number;
  readonly samples_per_batch: number;
  readonly tokens_per_batch: number;
  readonly max_duration: string;
  readonly scale_schedule_ratio: number;
}

const table = tableOf("composer");
const NAMES = Object.keys(table.schedules);

function factsOf({ trainer }: Case<never>): Record<string, number | string> {
  const { samples_per_batch, ...same } = trainer as Trainer;
  return { ...same, global_train_batch_size: samples_per_batch };
}

function configured(name: string, one: Case<object>): Reading | undefined {
  const { max_duration, scale_schedule_ratio, ...values } = factsOf(one as never);
  const schedulers =
    "schedulers" in one.config
      ? (one.config.schedulers as { scheduler: string; config: object }[])
      : [{ scheduler: name, config: one.config }];
  const items = schedulers.map(({ scheduler, config }) => ({ _target_: `composer.optim.${scheduler}`, ...config }));
  const config = { schedulers: items, max_duration, scale_schedule_ratio, optimizer: { lr: 1 } };
  return readAs(composer, dataDocument("yaml", data(config)), values)[0];
}

test.each(NAMES)("%s of a configuration is the real one", (name) => {
  const port = reading<object>(ports, name, (one) => configured(name, one));
  const found = compareTable(table, { [name]: port as Port }).get(name);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(150);
});

test.each(NAMES.filter((name) => name !== "several"))("%s as a call is the real one", (name) => {
  const port = reading<object>(ports, name, (one) =>
    readCall(composer, `composer.optim.${name}`, one.config, factsOf(one as never)),
  );
  const found = compareTable(table, { [name]: port as Port }).get(name);
  expect(found?.failures).toEqual([]);
  expect(found?.positions).toBeGreaterThan(300);
});
