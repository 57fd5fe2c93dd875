import type { CommandDefinition } from "../../command.ts";
import { sourceFlags } from "../../source/flags.ts";
import { nameAmong } from "../../source/frameworkNames.ts";
import { TARGETS } from "./targetNames.ts";

export const convert: CommandDefinition = {
  name: "convert",
  takes: "<source>",
  summary: "write a schedule as another framework's code or configuration",
  description:
    "Writes a schedule as code or configuration of another framework, and says on standard error whether that is exact, " +
    "or what deviates. Exit code 0: it is exact; 1: it is not, or did not prove so with --verify.",
  flags: [
    { flags: "--to <target>", help: "what to write", choices: TARGETS, meant: (given) => nameAmong(given, TARGETS) },
    ...sourceFlags,
    { flags: "--only <name>", help: "the hyperparameter to convert (default: lr, or the only one)" },
    { flags: "--group <n>", help: "the param group to convert, from 0 (default: 0)" },
    { flags: "--name <name>", help: "what the code calls it (default: the framework's usual word)" },
    { flags: "-o, --output <file>", help: "write the code to a file" },
    { flags: "--json", help: "print {target, code, exact, notes, verified?} as JSON" },
    {
      flags: "--verify",
      help:
        "run the code that was written, never the source, in a local Python that has the framework, and compare the " +
        "value of every update with the plan's",
    },
    { flags: "--python <path>", help: "the Python to verify with (default: python3)" },
    { flags: "--timeout <seconds>", help: "how long verifying may take (default: 120)" },
  ],
  examples: [
    [
      "anneal convert 'warmupCosine({warmup: 500})' --to pytorch --base 0.1 --steps 5000",
      "A recipe as PyTorch's own schedulers:",
    ],
    [
      "anneal convert train.py --to optax --set 'len(loader)=250' -o schedule.py",
      "A PyTorch script's schedule in JAX:",
    ],
    [
      "anneal convert plan.json --to keras --base 0.1 --verify --python .venv/bin/python",
      "Keras code that is really run and compared:",
    ],
    ["anneal convert config.yaml --to plan -o plan.json", "Any framework's configuration as a plan, to keep:"],
  ],
  load: () => import("./run.ts"),
};
