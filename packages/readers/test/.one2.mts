import { read } from "../src/index.ts";
import { schedule } from "anneal";
for (const le of [-1, 2, 7]) {
  try {
  const [r] = read(`import torch
from torch.optim.lr_scheduler import *
o = torch.optim.SGD([p], lr=1.0)
s = SequentialLR(o, [LinearLR(o, 0.1, 1.0, 5), CosineAnnealingLR(o, 10)], [5], last_epoch=${le})`);
  const f = schedule(r.program.lr, r.run); console.log([...Array(13).keys()].map(i => +f(i).toFixed(5)).join(), r.notes.map(n=>n.text)); } catch (e) { console.log(e.message); }
}
