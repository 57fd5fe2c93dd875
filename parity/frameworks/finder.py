"""Learning-rate finders: fastai's lr_find and its suggestions, torch-lr-finder's range test and its suggestion."""

import contextlib
import io
import warnings
from importlib import metadata
from types import SimpleNamespace

import torch
from fastcore import xtras

import fastaiHost
import host
from common import case
from finderCurves import UNIT, curve, number

VERSION = f"fastai {metadata.version('fastai')}, torch-lr-finder {metadata.version('torch-lr-finder')}"
RAN = f"PyPI's {VERSION}, on Debian's torch, with losses that were recorded before in place of training"
PRECISION = "float64"
RULES = ("valley", "slide", "minimum", "steep")

schedule = fastaiHost.schedule
# fastai itself holds rates and losses in float32, where rounding decides between the points of a flat curve.
torch.set_default_dtype(torch.float64)


class Stop(Exception):
    """fastai's CancelFitException."""


schedule.CancelFitException = Stop
schedule.is_listy = xtras.is_listy
schedule.to_np = host.pick(host.installed("fastai", "fastai/torch_core.py"), "to_np", apply=lambda act, x: act(x))
AvgSmoothLoss = host.pick(
    host.installed("fastai", "fastai/learner.py"),
    "AvgSmoothLoss",
    Metric=object,
    tensor=torch.tensor,
    torch=torch,
    to_detach=lambda loss: loss,
)


class Learner(fastaiHost.Learner):
    """The loop around LRFinder: rates from its before_batch, recorded losses, Recorder's smoothing, its after_batch."""

    def __init__(self, losses):
        super().__init__(1, len(losses))
        self.losses, self.dls = losses, SimpleNamespace(train=losses)
        self.recorder = SimpleNamespace(lrs=[], losses=[])

    def no_logging(self):
        return torch.no_grad()

    def fit(self, n_epoch, cbs):
        smooth, self.train_iter = AvgSmoothLoss(), 0
        cbs.opt, cbs.best_loss, cbs.hps = self.opt, float("inf"), {"lr": []}
        try:
            for loss in self.losses * n_epoch:
                cbs.train_iter = self.train_iter
                cbs.before_batch()
                self.train_iter = cbs.train_iter = self.train_iter + 1
                smooth.accumulate(SimpleNamespace(loss=torch.tensor(number(loss))))
                self.recorder.lrs.append(self.opt.hypers[-1]["lr"])
                self.recorder.losses.append(smooth.value)
                cbs.smooth_loss = smooth.value
                cbs.after_batch()
        except Stop:
            pass


def _answer(run):
    """What a rule gives, or the class of what it raises: the message depends on the version of NumPy and torch."""
    try:
        return run()
    except (IndexError, RuntimeError, ValueError) as error:
        return type(error).__name__


def searched(random):
    """lr_find as a whole."""
    for _ in range(60):
        config = {
            "start_lr": 10 ** random.uniform(-8, -4),
            "end_lr": 10 ** random.uniform(-1, 2),
            "num_it": random.choice([6, 20, 30, 50, 100, 100, 150]),
            "stop_div": random.random() < 0.9,
        }
        losses = curve(random, config["num_it"])

        def run():
            found = {}
            for rule in RULES:
                learner = Learner(losses)
                suggest = lambda: learner.lr_find(**config, show_plot=False, suggest_funcs=(getattr(schedule, rule),))
                found[rule] = _answer(lambda: float(suggest()[0]))
            recorded = learner.recorder
            last = [float(loss) for loss in recorded.losses[-1:]]
            return {"count": len(recorded.losses), "smooth": [None if loss != loss else loss for loss in last], **found}

        yield case(config, run, losses=losses)


def suggested(random):
    """The four rules on their own: [index of the point, rate]."""
    for _ in range(140):
        count = random.choice([1, 2, 3, 4, 5, 10, 15, 16, 17, 18, *[random.randint(19, 120)] * 6])
        config = {"from": 10 ** random.uniform(-8, -3), "to": 10 ** random.uniform(-1, 2), "count": count}
        losses = [loss for loss in curve(random, count) if loss is not None] or [UNIT]
        config["count"] = count = len(losses)
        rate = schedule.SchedExp(config["from"], config["to"])
        rates = torch.tensor([rate(index / max(count - 1, 1)) for index in range(count)])
        values = torch.tensor([number(loss) for loss in losses])

        def run():
            def ask(rule):
                suggestion, (place, _) = getattr(schedule, rule)(rates, values, count)
                return [int((rates - place).abs().argmin()), float(suggestion)]

            return {rule: _answer(lambda: ask(rule)) for rule in RULES}

        yield case(config, run, losses=losses)


def _range_test():
    quiet = lambda iterable=None, *_, **__: iterable
    host.stub("tqdm.autonotebook", tqdm=quiet)
    host.stub("matplotlib.pyplot")
    host.stub("packaging.version", parse=lambda text: tuple(int(part) for part in text.split("a")[0].split(".")))
    # Its own range test steps the scheduler before the optimizer.
    warnings.filterwarnings("ignore")
    from torch_lr_finder import LRFinder, TrainDataLoaderIter

    class Recorded(LRFinder):
        def __init__(self, losses):
            weight = torch.nn.Parameter(torch.zeros(()))
            model = SimpleNamespace(
                parameters=lambda: iter([weight]), state_dict=dict, to=lambda device: None, train=lambda: None
            )
            super().__init__(model, torch.optim.SGD([weight], lr=1.0), None)
            self.given = iter(losses)

        def _train_batch(self, *_, **__):
            return number(next(self.given))

    class Nothing(TrainDataLoaderIter):
        def __init__(self):
            pass

    def run(config, losses):
        finder, axes = Recorded(losses), SimpleNamespace(**dict.fromkeys(("plot", "scatter", "legend"), quiet))
        axes.set_xscale = axes.set_xlabel = axes.set_ylabel = quiet
        with contextlib.redirect_stdout(io.StringIO()):
            finder.range_test(Nothing(), **config)
            found = _answer(lambda: float(finder.plot(ax=axes)[1]))
        smooth = finder.history["loss"]
        return {"count": len(smooth), "smooth": smooth[-1], "steepest": found}

    return run


def range_tested(random):
    """range_test and plot's suggestion: the smoothed losses begin with the first loss, and are not corrected."""
    run = _range_test()
    for _ in range(60):
        config = {
            "start_lr": 10 ** random.uniform(-8, -4),
            "end_lr": 10 ** random.uniform(-1, 2),
            "num_iter": random.choice([10, 17, 18, 30, 50, 100, 100, 150]),
            "step_mode": random.choice(["exp", "exp", "linear"]),
            "smooth_f": random.choice([0.05, 0.05, 0, random.uniform(0.01, 0.5)]),
            "diverge_th": random.choice([5, 5, random.uniform(2, 10)]),
        }
        losses = [loss or UNIT for loss in curve(random, config["num_iter"])]
        yield case(config, lambda: run(config, losses), losses=losses)


SCHEDULES = {
    "lr_find": ("updates; losses in 4096ths", searched),
    "suggestions": ("points; losses in 4096ths", suggested),
    "range_test": ("updates; losses in 4096ths", range_tested),
}
