import { PlanError } from "anneal";
import fc from "fast-check";
import { expect, it } from "vitest";
import { read } from "../src/index.ts";

// What the readers look for, in any order and any notation.
const pieces = [
  ..."{}[]()<>\"'`$#:,=-.\\ \t\n019e",
  ...[
    "--lr 0.1 ",
    "--lr-scheduler ",
    "inverse_sqrt ",
    "--warmup-updates 10 ",
    "fairseq-train ",
    "lr_scheduler:",
    "_name: cosine",
  ],
  ...[
    "pretrain_gpt.py ",
    "--lr-decay-style WSD ",
    "--train-iters 10 ",
    "--lr-warmup-fraction nan ",
    "--rampup-batch-size 1 1 1 ",
  ],
  ...[
    "[lr_scheduler]\n",
    "warmup_steps = 5\n",
    "[training]\n",
    "steps = 1e999\n",
    "decay_ratio = 0.5\n",
    "optimizer: {groups: ",
  ],
  ...[
    "from torch.optim.lr_scheduler import *\n",
    "StepLR(o, 30)\n",
    '{"scheduler": {"type": "WarmupLR"',
    "```\n",
    "```bash\n",
  ],
  ...["__proto__", "constructor", "0x10", "1_000", "-1", `\${x}`, "*a", "&a ", "<<: ", "NaN"],
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));

it("any text has readings, or is refused", () => {
  let found = 0;
  fc.assert(
    fc.property(texts, (text) => {
      try {
        for (const { program, needs, problems } of read(text)) {
          found++;
          expect(program !== undefined || needs.length > 0 || problems.length > 0).toBe(true);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(PlanError);
        expect((error as PlanError).issues.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: Number(process.env.ANNEAL_FUZZ ?? 1500) },
  );
  expect(found).toBeGreaterThan(0);
});
