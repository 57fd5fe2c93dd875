import { read } from "anneal-readers";
import { report } from "../../harness/report.ts";

const MEGABYTE = 1_000_000;

/** A text of a megabyte, of parts that are made by their number. */
function megabyte(part: (i: number) => string): string {
  const parts: string[] = [];
  for (let i = 0, length = 0; length < MEGABYTE; i++) length += (parts[parts.push(part(i)) - 1] as string).length;
  return parts.join("");
}

const HEAD = "import torch\nopt = torch.optim.SGD(p, lr=0.1)\n";
const schedules = Array.from({ length: 500 }, (_, i) => `s${i} = torch.optim.lr_scheduler.StepLR(opt, ${i + 1})\n`);
const groups = Array.from({ length: 100_000 }, (_, i) => i / 1e6);

const python = megabyte(
  (i) =>
    `def f${i}(x, y=3):\n    if x > ${i}:\n        return g(x, [1, 2, y.z])\n    return x * y\n\na${i} = f${i}(b, c[${i}])\n`,
);
const loops = Array.from(
  { length: 500 },
  (_, i) =>
    `s${i} = torch.optim.lr_scheduler.StepLR(opt, ${i + 1})\nfor epoch in range(10):\n    for batch in loader:\n        s${i}.step()\n`,
);

const texts: Readonly<Record<string, string>> = {
  python,
  loops: HEAD + loops.join("") + python,
  schedules: HEAD + schedules.join(""),
  toml: megabyte((i) => `[t${i}]\na = ${i}\n`),
  deepspeed: JSON.stringify({
    scheduler: { type: "WarmupLR", params: { warmup_max_lr: groups, warmup_min_lr: groups } },
  }),
  yaml: megabyte((i) => `k${i}: {a: ${i}}\n`),
};

const TURNS = 7;
/** Turns until the compiler has done with what is read; the medians are of those after it. */
const COLD = 10;
const figures: Record<string, number> = {};
for (const [name, text] of Object.entries(texts)) {
  const times = Array.from({ length: COLD + TURNS }, () => {
    const start = process.cpuUsage();
    try {
      read(text);
    } catch {
      // Most have nothing, which is told: that is what takes so long.
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  figures[name] = times.slice(COLD).sort((a, b) => a - b)[TURNS >> 1] as number;
}
report(figures);
