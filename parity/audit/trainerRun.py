"""One run of the Trainer of transformers: its arguments as a case draws them, and the plan that they mean."""

import torch
import transformers

from log import Cases, Log

RAN = f"transformers {transformers.__version__}: Trainer.train, PyTorch {torch.__version__}"
cases = Cases("trainer", RAN)
transformers.logging.set_verbosity_error()


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(4, 1)

    def forward(self, x):
        return {"loss": self.layer(x).square().mean()}


def _sequence(warmup, after):
    return {"kind": "sequence", "parts": [{"kind": "linear", "from": 0, "to": "1x", "over": warmup}, after]}


# What the Trainer's own names mean: how long it warms up, and how long it falls.
PLANS = {
    "linear": lambda w, d: _sequence(w, {"kind": "linear", "from": "1x", "to": 0, "over": d}),
    # It rises again after its end.
    "cosine": lambda w, d: _sequence(w, {"kind": "cosineWave", "from": "1x", "to": 0, "over": d}),
    "polynomial": lambda w, d: _sequence(w, {"kind": "linear", "from": "1x", "to": 1e-7, "over": d}),
    "constant_with_warmup": lambda w, d: _sequence(w, {"kind": "constant", "value": "1x"}),
    "inverse_sqrt": lambda w, d: _sequence(w, {"kind": "powerLaw", "from": "1x", "every": w, "power": -0.5}),
}
TOTALS = ["linear", "cosine", "polynomial"]


def trainer(folder, arguments, batches, callbacks=(), scheduler=None):
    model = Model()
    defaults = {
        "per_device_train_batch_size": 4,
        "use_cpu": True,
        "report_to": [],
        "disable_tqdm": True,
        "save_strategy": "no",
        "logging_nan_inf_filter": False,
    }
    optimizers = (None, None)
    if scheduler:
        optimizer = torch.optim.AdamW(model.parameters(), lr=arguments["learning_rate"])
        optimizers = (optimizer, scheduler(optimizer))
    data = [{"x": torch.randn(4)} for _ in range(4 * batches)]
    made = transformers.Trainer(
        model,
        transformers.TrainingArguments(folder, **{**defaults, **arguments}),
        train_dataset=data,
        callbacks=list(callbacks),
        optimizers=optimizers,
    )
    made.remove_callback(transformers.trainer_callback.PrinterCallback)
    return made


def rows(log, history):
    log.rows = [(row["step"], row["learning_rate"]) for row in history if "learning_rate" in row]
    return log


class Run:
    """What one case draws."""

    def __init__(self, random, names=tuple(PLANS)):
        torch.manual_seed(random.randrange(1 << 30))
        self.random = random
        self.name = random.choice(names)
        self.epochs = random.choice((2, 3, 4))
        self.accumulation = random.choice((1, 1, 2, 4))
        self.per_epoch = random.choice((30, 50, 80))
        self.steps = self.epochs * self.per_epoch
        self.base = random.choice((5e-5, 2e-4, 1e-3, 3e-5))
        self.every = random.choice([every for every in (1, 5, 10, 2) if 18 <= self.steps / every <= 120])
        self.warmup = random.choice((self.steps // 10, 20, 15))
        self.log = Log(random, self.steps, self.base, every=self.every, rounding="full")
        self.arguments = {
            "learning_rate": self.base,
            "lr_scheduler_type": self.name,
            "warmup_steps": self.warmup,
            "num_train_epochs": self.epochs,
            "logging_steps": self.every,
            "gradient_accumulation_steps": self.accumulation,
        }

    @property
    def batches(self):
        return self.per_epoch * self.accumulation

    def plan(self, steps=None):
        return PLANS[self.name](self.warmup, (steps or self.steps) - self.warmup)

    def add(self, bug, log=None, name=None, plan=None, steps=None, base=None, **parameters):
        cases.add(
            bug,
            name or self.name,
            log or self.log,
            plan=plan or self.plan(steps),
            base=base or self.base,
            steps=steps or self.steps,
            per_epoch=self.per_epoch,
            processes=1,
            accumulation=self.accumulation,
            **parameters,
        )
