import type { CommandDefinition } from "../../command.ts";
import { sourceFlags } from "../../source/flags.ts";
import { heightFlag, logFlag, onlyFlag, widthFlag } from "../../terminal/chartFlags.ts";

export const resume: CommandDefinition = {
  name: "resume",
  takes: "<source>",
  summary: "see what a schedule becomes when training goes on with a change, and write the state to go on with",
  description:
    "Stops a schedule at an update and goes on with more epochs, another batch, rate or plan: under each policy the rate " +
    "before and after, the jump, and what the rest of the run comes to. The source may be a Scheduler's saved state, whose " +
    "position it is then. What the other flags say of the run is how it was; --with says what changes.",
  flags: [
    {
      flags: "--at <time>",
      help: 'where training stopped: such as "1200", "3ep" or "30%" (default: a saved state\'s position)',
    },
    {
      flags: "--with <change>",
      help:
        "what changes: steps=20000, epochs=10, batch=64 or batch=2x (samples of an update: also of more processes or " +
        "accumulation), base=0.02 or base=0.5x, steps-per-epoch=500, plan=<source>",
      repeated: true,
    },
    {
      flags: "--policy <name>",
      help: "this policy alone",
      choices: ["keep", "replace", "rescale", "extend", "splice", "rewarm"],
    },
    { flags: "--rewarm <time>", help: 'how long rewarm climbs: such as "500 steps" or "2%" (default: 1%)' },
    { flags: "--rewarm-from <level>", help: 'where rewarm begins: such as "0" or "0.1x" (default: the rate in force)' },
    ...sourceFlags,
    onlyFlag,
    logFlag,
    widthFlag,
    heightFlag,
    {
      flags: "--emit <what>",
      help: "print what --policy makes: a Scheduler's state, or the plan",
      choices: ["state", "plan"],
    },
    {
      flags: "-o, --output <file>",
      help: "write that (.json, the state unless --emit says plan), or a picture: .svg or .png",
    },
    { flags: "--json", help: "print {source, position, place, old, new, policies} as JSON" },
  ],
  examples: [
    [
      "anneal resume 'warmupCosine({warmup: 500})' --base 0.1 --steps 5000 --at 3000 --with steps=10000",
      "Twice as long, decided when 3000 updates are done:",
    ],
    [
      "anneal resume plan.json --steps-per-epoch 250 --steps 2500 --samples-per-step 32 --at 4ep --with batch=64 --with base=2x",
      "A larger batch and rate from epoch 4 on:",
    ],
    ["anneal resume state.json --with plan=next.json --policy splice -o next-state.json", "Go on with another plan:"],
    [
      'anneal resume old.json --at 100% --with \'plan=cosine({from: "1x", to: 0, over: "rest"})\' --with steps=20000 --policy rewarm',
      "Warm up again for new data:",
    ],
  ],
  load: () => import("./run.ts"),
};
