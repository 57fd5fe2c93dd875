"""A tiny model, its real updates, and what runs draw at random."""

import io
import math
import warnings

import torch

warnings.filterwarnings("ignore")
torch.set_num_threads(1)

BASES = (0.1, 0.05, 0.02, 0.01, 0.003, 0.001, 0.0003, 0.00005)


class Training:
    """A model and its optimizer, with one group for each rate."""

    def __init__(self, random, *rates):
        torch.manual_seed(random.randrange(1 << 30))
        self.model = torch.nn.ModuleList([torch.nn.Linear(4, 4) for _ in rates])
        groups = [{"params": part.parameters(), "lr": rate} for part, rate in zip(self.model, rates)]
        self.adam = random.random() < 0.5
        self.optimizer = torch.optim.AdamW(groups) if self.adam else torch.optim.SGD(groups, lr=1, momentum=0.9)
        self.seen = []

    def backward(self):
        x = torch.randn(8, 4)
        for part in self.model:
            x = torch.tanh(part(x))
        x.square().mean().backward()

    def update(self):
        """One update; `seen` are the rates that it used."""
        self.backward()
        self.seen = self.rates
        self.optimizer.step()
        self.optimizer.zero_grad()

    @property
    def rates(self):
        return [group["lr"] for group in self.optimizer.param_groups]

    def saved(self):
        """A checkpoint as it comes back from a file."""
        file = io.BytesIO()
        torch.save({"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}, file)
        file.seek(0)
        return torch.load(file)


def follows(schedule, base, steps):
    """The rates of a run without a bug, by the real scheduler: of updates 0, 1 … steps."""
    weight = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([weight], lr=base)
    scheduler = schedule.make(optimizer)
    rates = []
    for step in range(steps + 1):
        rates.append(optimizer.param_groups[0]["lr"])
        if step < steps and not (schedule.name == "oneCycle" and step >= schedule.total - 1):
            scheduler.step()
    return rates


def visible(s, base, steps, log, least=6):
    """Whether the rounded rows differ from a run's without the bug: where they do not, there is nothing to find."""
    truth = follows(s, base, steps)
    off = 0
    for step, rate, *_ in log.kept():
        if step <= steps and not math.isnan(rate):
            unit = 10 ** -int(log.rounding[0]) if log.rounding[1] == "f" else truth[step] * 1e-2
            off += abs(rate - truth[step]) > max(unit, truth[step] * 1e-9)
    return off >= least


def advance(scheduler):
    """Steps it; OneCycleLR refuses to go past its end, where loops catch it."""
    try:
        scheduler.step()
    except ValueError:
        pass


def draw(random, epochs=None):
    """Epochs, updates in each and a base rate."""
    count = epochs or random.choice((3, 5, 6, 8, 10))
    return count, random.choice((20, 25, 37, 40, 50, 60, 100)), random.choice(BASES)
