import { read } from "anneal-readers";
import { report } from "../../harness/report.ts";

/** A training script of so many lines: imports, flags, a class, loops, and a scheduler near its end. */
function script(lines: number): string {
  const head = [
    "import argparse",
    "import torch",
    "from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR",
    "parser = argparse.ArgumentParser()",
    'parser.add_argument("--lr", type=float, default=0.1)',
    'parser.add_argument("--epochs", type=int, default=90)',
    "args = parser.parse_args()",
  ];
  const tail = [
    "optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)",
    "warm = LinearLR(optimizer, start_factor=0.1, total_iters=5)",
    "rest = CosineAnnealingLR(optimizer, T_max=args.epochs - 5)",
    "scheduler = SequentialLR(optimizer, schedulers=[warm, rest], milestones=[5])",
  ];
  const body: string[] = [];
  for (let i = 0; body.length < lines - head.length - tail.length; i++) {
    body.push(
      `class Block${i}(torch.nn.Module):`,
      "    def __init__(self, width, depth=2):",
      "        super().__init__()",
      "        self.layers = torch.nn.ModuleList([torch.nn.Linear(width, width) for _ in range(depth)])",
      `        self.scale = width ** -0.5 * ${i + 1}`,
      "    def forward(self, x, mask=None):",
      "        for layer in self.layers:",
      "            x = torch.relu(layer(x)) * self.scale",
      "            if mask is not None:",
      "                x = x.masked_fill(mask == 0, float('-inf'))",
      "        return x",
      "",
    );
  }
  return [...head, ...body.slice(0, lines - head.length - tail.length), ...tail, ""].join("\n");
}

const text = script(2000);
const TURNS = 28;
const times: number[] = [];
let check = 0;
for (let turn = 0; turn < TURNS; turn++) {
  const start = process.hrtime.bigint();
  check += read(text).filter(({ program }) => program).length;
  times.push(Number(process.hrtime.bigint() - start) / 1e6);
}
if (check === 0) throw new Error("the script's schedule was not read");
// The first turns compile what the later ones run.
report({ milliseconds: times.slice(TURNS / 2).sort((a, b) => a - b)[TURNS / 4] as number, check });
