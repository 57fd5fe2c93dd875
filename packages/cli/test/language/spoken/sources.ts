/** Schedules as they are written, by the names of their files. */
export const sources: Readonly<Record<string, string>> = {
  "train.py": `import torch
from torch.optim.lr_scheduler import SequentialLR, LinearLR, CosineAnnealingLR
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
warm = LinearLR(optimizer, start_factor=0.01, total_iters=200)
decay = CosineAnnealingLR(optimizer, T_max=20 * len(train_loader) - 200)
scheduler = SequentialLR(optimizer, [warm, decay], milestones=[200])
for epoch in range(20):
    for batch in train_loader:
        optimizer.step()
        scheduler.step()
`,
  "epochs.py": `import torch
from torch.optim.lr_scheduler import MultiStepLR
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = MultiStepLR(optimizer, milestones=[10, 20, 25])
for epoch in range(30):
    for batch in train_loader:
        optimizer.step()
    scheduler.step()
`,
  "per_batch.py": `import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineAnnealingLR(optimizer, T_max=90)
for epoch in range(90):
    for batch in train_loader:
        optimizer.step()
        scheduler.step()
`,
  "cycle.py": `import torch
from torch.optim.lr_scheduler import OneCycleLR
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = OneCycleLR(optimizer, max_lr=0.1, epochs=30, steps_per_epoch=len(train_loader))
`,
  "groups.py": `import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
groups = [{"params": backbone, "lr": 0.001}, {"params": head}]
optimizer = torch.optim.AdamW(groups, lr=0.01)
scheduler = CosineAnnealingLR(optimizer, T_max=1000)
`,
  "trainer.py": `from transformers import TrainingArguments
args = TrainingArguments(output_dir="out", learning_rate=2e-5, per_device_train_batch_size=16,
    gradient_accumulation_steps=2, num_train_epochs=3, warmup_ratio=0.06, lr_scheduler_type="cosine")
`,
  "keras.py": `import keras
rate = keras.optimizers.schedules.CosineDecay(0.0, decay_steps=9000, warmup_target=0.1, warmup_steps=1000, alpha=0.01)
model.compile(optimizer=keras.optimizers.SGD(learning_rate=rate))
`,
  "optax.py": `import optax
schedule = optax.warmup_cosine_decay_schedule(0.0, 1e-3, 500, 4680, end_value=1e-5)
`,
  "own.py": `from torch.optim.lr_scheduler import LambdaLR
scheduler = LambdaLR(optimizer, lambda step: min(1, step / 100) * shape(step))
`,
  "metric.py": `import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ReduceLROnPlateau(optimizer, patience=3)
`,
  "two.py": `from torch.optim.lr_scheduler import StepLR, ExponentialLR
first = StepLR(optimizer, step_size=30)
second = ExponentialLR(optimizer, gamma=1.5)
`,
  "loop.py": `import math
base = 6e-4
def get_lr(it):
    if it < 2000:
        return base * (it + 1) / 2001
    return base * 0.5 * (1 + math.cos(math.pi * it / 600000))
for it in range(600000):
    lr = get_lr(it)
    for param_group in optimizer.param_groups:
        param_group["lr"] = lr
`,
  "module.py": `import lightning, torch
class Model(lightning.LightningModule):
    def __init__(self, lr=1e-3, warmup_steps=1000, max_steps=50000):
        super().__init__()
        self.save_hyperparameters()
    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=self.hparams.max_steps)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "epoch"}}
`,
  "class.py": `import math, torch
from torch.optim.lr_scheduler import _LRScheduler
class Climb(_LRScheduler):
    def __init__(self, optimizer, warmup, total, last_epoch=-1):
        self.warmup, self.total = warmup, total
        super().__init__(optimizer, last_epoch)
    def get_lr(self):
        if self.last_epoch < self.warmup:
            return [base * self.last_epoch / self.warmup for base in self.base_lrs]
        done = (self.last_epoch - self.warmup) / (self.total - self.warmup)
        return [base * (1 + math.cos(math.pi * done)) / 2 for base in self.base_lrs]
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = Climb(optimizer, 100, 1000)
`,
  "noam.py": `class NoamOpt:
    def __init__(self, model_size, factor, warmup, optimizer):
        self.optimizer, self._step, self.warmup, self.factor = optimizer, 0, warmup, factor
        self.model_size = model_size
    def step(self):
        self._step += 1
        for p in self.optimizer.param_groups:
            p["lr"] = self.rate()
        self.optimizer.step()
    def rate(self, step=None):
        step = self._step if step is None else step
        return self.factor * self.model_size ** -0.5 * min(step ** -0.5, step * self.warmup ** -1.5)
opt = NoamOpt(512, 2, 4000, torch.optim.Adam(model.parameters(), lr=0))
`,
  "scale.py": `import math
def adjust_learning_rate(optimizer, epoch, args):
    lr = args.lr * 0.5 * (1 + math.cos(math.pi * epoch / args.epochs))
    for param_group in optimizer.param_groups:
        param_group["lr"] = lr * param_group["lr_scale"] if "lr_scale" in param_group else lr
    return lr
`,
  "callback.py": `import keras
def schedule(epoch, lr):
    return lr if epoch < 10 else lr * 0.9
callback = keras.callbacks.LearningRateScheduler(schedule)
model.compile(keras.optimizers.SGD(0.01), loss="mse")
model.fit(x, y, epochs=15, callbacks=[callback])
`,
  "hydra.yaml": "_target_: torch.optim.lr_scheduler.CosineAnnealingLR\nT_max: 90\neta_min: 1e-5\n",
  "mm.py": `_base_ = ["../schedule.py"]
param_scheduler = [dict(type="LinearLR", start_factor=0.001, by_epoch=False, begin=0, end=500),
    dict(type="MultiStepLR", begin=0, end=12, by_epoch=True, milestones=[8, 11], gamma=0.1)]
optim_wrapper = dict(optimizer=dict(type="SGD", lr=0.02))
`,
  "wrong.py": "from torch.optim.lr_scheduler import StepLR\nStepLR(optimizer, step_size='x')\n",
  "broken.py": "from torch.optim.lr_scheduler import StepLR\nStepLR(optimizer, step_size=30\nfor\n",
  "keys.yaml": "model: a\nbatch: 3\ncallbacks: [x]\n",
  "calls.py": "x = first(1)\ny = second(2)\n",
  "none.py": "print('no schedule here')\n",
  "ds.json": `{"optimizer": {"type": "AdamW", "params": {"lr": 1e-4}},
  "scheduler": {"type": "WarmupDecayLR", "params": {"warmup_num_steps": 100, "total_num_steps": 1000}}}`,
  "flags.sh": "torchrun train.py --lr 1e-3 --epochs 300 --warmup-epochs 20 --sched cosine --opt adamw -b 128\n",
  "plan.json":
    '{"kind": "sequence", "parts": [{"kind": "linear", "from": 0, "to": "1x", "until": 100}, {"kind": "cosin"}]}',
  "good.json": '{"kind": "linear", "from": "1x", "to": 0, "over": "10 epochs"}',
  "state.json": JSON.stringify({
    version: 1,
    program: { lr: { kind: "linear", from: "1x", to: 0, over: 5000 } },
    bases: { lr: [0.1, 0.01] },
    run: { steps: 5000, stepsPerEpoch: 250 },
    position: 3000,
    controllers: {},
  }),
};
