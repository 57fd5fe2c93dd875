import { expect, it } from "vitest";
import { read } from "../../src/read.ts";

const COMMAND =
  "python pretrain_gpt.py --lr 1e-4 --lr-decay-style cosine --train-iters 1000 --lr-decay-iters 800 --global-batch-size 8";

it.each([
  ["--lr-decay-ratio", "0.1"],
  ["--lr-decay-tokens", "1000000"],
  ["--lr-warmup-tokens", "1000"],
])("%s changes the schedule in a way that is not read", (flag, value) => {
  expect(read(COMMAND)[0]?.problems).toEqual([]);
  expect(() => read(`${COMMAND} ${flag} ${value}`)).toThrow(`${flag}: expected a schedule without this option`);
});
