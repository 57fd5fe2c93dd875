"""How each framework runs a sample: the rates for steps 0 … last, one for each parameter group. See golden.py."""

import math
import os
import sys
import warnings
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

import host
from golden import ROOT, data, execute, flags, give, source

warnings.filterwarnings("ignore")


def _module(folder, name):
    """A module of parity/frameworks or parity/exported, of which some have their package's name."""
    return host.load(f"wild_{name}", ROOT / f"parity/{folder}/{name}.py")


class Model:
    """A model whose parts all are small models."""

    def parameters(self):
        import torch

        return [torch.nn.Parameter(torch.zeros(1))]

    def named_parameters(self):
        return [("weight", self.parameters()[0]), ("bias", self.parameters()[0])]

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Model()


def _torch():
    torch = host.current_torch()

    class Module(Model):
        def save_hyperparameters(self):
            pass

    for name in ("lightning", "pytorch_lightning", "lightning.pytorch"):
        host.stub(name, LightningModule=Module)
    host.stub("yacs.config", CfgNode=type("CfgNode", (), {}))
    host.stub("utils.general", one_cycle=None)
    return torch


def _step(scheduler, last, step=lambda scheduler, _: scheduler.step()):
    optimizer = scheduler.optimizer
    rates = []
    for i in range(last + 1):
        rates.append([float(group["lr"]) for group in optimizer.param_groups])
        if i < last:
            optimizer.step()
            step(scheduler, i + 1)
    return rates


def _of(sample):
    """Lightning's configure_optimizers, of which the scheduler is taken."""
    def of(module):
        made = module()
        names = {"self": made}
        for written, value in sample.get("values", {}).items():
            if written.startswith("self."):
                made.__dict__.setdefault(written.split(".")[1], type("Fields", (), {})())
                give(names, written, value)
        out = made.configure_optimizers()
        plan = out["lr_scheduler"] if isinstance(out, dict) else out[1][0]
        return plan["scheduler"] if isinstance(plan, dict) else plan

    return of


def pytorch(sample):
    torch = _torch()
    made = execute(sample, {"model": Model(), "of": _of(sample), "torch": torch})
    if callable(made) and not hasattr(made, "step"):  # a rate that a loop sets
        return [made(i) for i in range(sample["last"] + 1)]
    if isinstance(made, dict) and "schedulers" in made:
        (made,) = made["schedulers"]
    elif isinstance(made, dict) and "main" in made:
        made = made["main"]()
    elif isinstance(made, dict):  # two schedulers that step together
        one, two = made["scheduler1"], made["scheduler2"]
        return _step(one, sample["last"], lambda *_: (one.step(), two.step()))
    return _step(made, sample["last"])


def ignite(sample):
    _torch()
    made = execute(sample, {"model": Model()})
    rates = []
    for _ in range(sample["last"] + 1):
        made(None, made.param_name if hasattr(made, "param_name") else None)
        optimizer = sample_optimizer(made)
        rates.append([float(group["lr"]) for group in optimizer.param_groups])
    return rates


def sample_optimizer(made):
    while not hasattr(made, "optimizer"):
        made = made.schedulers[0] if hasattr(made, "schedulers") else made.lr_scheduler
    return made.optimizer


def pytorchWarmup(sample):
    _torch()
    names = {"model": Model()}
    execute(sample, names)
    warm, plan = names["warmup_scheduler"], names.get("lr_scheduler")
    optimizer = warm.optimizer
    rates = []
    for _ in range(sample["last"] + 1):
        rates.append([float(group["lr"]) for group in optimizer.param_groups])
        optimizer.step()
        with warm.dampening():
            plan.step() if plan else None
    return rates


def _transformers():
    _torch()

    class ExplicitEnum(str, Enum):
        pass

    file = lambda name: host.installed("transformers", f"transformers/{name}")
    kinds = host.pick(file("trainer_utils.py"), "SchedulerType", ExplicitEnum=ExplicitEnum)
    host.stub("transformers.trainer_pt_utils", LayerWiseDummyOptimizer=Enum, LayerWiseDummyScheduler=Enum)
    host.stub("transformers.trainer_utils", SchedulerType=kinds)
    host.stub("transformers.utils", logging=SimpleNamespace(get_logger=lambda name: None))
    optimization = host.load("transformers.optimization", file("optimization.py"))
    functions = {name: value for name, value in vars(optimization).items() if name.startswith("get_")}
    arguments = type("TrainingArguments", (), {"__init__": lambda self, **given: setattr(self, "given", given)})
    import torch

    classes = {"TrainingArguments": arguments, "Seq2SeqTrainingArguments": arguments, "AdamW": torch.optim.AdamW}
    host.stub("transformers", **functions, **classes, Trainer=None)
    host.stub("trl", SFTConfig=arguments)
    host.stub("sentence_transformers.cross_encoder.training_args", CrossEncoderTrainingArguments=arguments)
    host.stub("diffusers.optimization", get_scheduler=optimization.get_scheduler)
    warm = host.pick(file("training_args.py"), "TrainingArguments.get_warmup_steps", math=math)
    return optimization, warm


def _trainer(optimization, warm, given, total):
    """What the Trainer makes of its arguments, as transformers 5's create_scheduler does."""
    import torch

    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=float(given.get("learning_rate", 5e-5)))
    # num_warmup_steps is a script's own flag, which it gives to TrainingArguments as warmup_steps.
    warmup = given.get("warmup_steps") or given.get("warmup_ratio") or given.get("num_warmup_steps") or 0
    return optimization.get_scheduler(
        given.get("lr_scheduler_type", "linear"),
        optimizer,
        num_warmup_steps=warm(SimpleNamespace(warmup_steps=warmup), total),
        num_training_steps=total,
        scheduler_specific_kwargs=given.get("lr_scheduler_kwargs") or None,
    )


def huggingface(sample):
    optimization, warm = _transformers()
    torch = host.current_torch()
    file, values = sample["file"], sample.get("values", {})
    if file.endswith(".py"):
        names = {"model": Model(), "of": _of(sample), "torch": torch}
        made = execute(sample, names)
        if not isinstance(made, dict):
            return _step(made, sample["last"])
        made = [names[name] for name in ("args", "training_args") if name in names]
        given = next((one.given for one in made if hasattr(one, "given")), None) or names["config_train_args"]().given
    else:
        given = flags(sample) if file.endswith(".sh") else data(sample)
        given = given.get("training", given)
        # torchtune's recipes, whose function is a copy of transformers'.
        if "_component_" in given.get("lr_scheduler", ""):
            given = {"learning_rate": float(given["optimizer"]["lr"]), **given["lr_scheduler"], "lr_scheduler_type": "cosine"}
    given = {**given, "lr_scheduler_type": given.get("lr_scheduler_type", given.get("lr_scheduler", "linear"))}
    total = max(given.get("max_steps") or 0, 0) or values.get("num_training_steps") or sample["last"]
    if "lr_scheduler" in given and "warmup_ratio" in given:  # axolotl rounds its share down
        given["warmup_steps"] = math.floor(given["warmup_ratio"] * total)
    return _step(_trainer(optimization, warm, given, total), sample["last"])


def keras(sample):
    os.environ.setdefault("KERAS_BACKEND", "numpy")
    import keras as real
    import numpy

    maths = {name: getattr(numpy, name) for name in ("minimum", "maximum", "cos", "sqrt", "exp", "pi")}
    maths |= {"rsqrt": lambda x: 1 / numpy.sqrt(numpy.float32(x)), "pow": numpy.power}
    maths |= {"where": lambda condition, yes, no, name=None: numpy.where(condition, yes, no)}
    cast = {"cast": lambda x, dtype: numpy.asarray(x, dtype), "float32": numpy.float32, "constant": numpy.float32}
    cast["convert_to_tensor"] = cast["cast"]
    host.stub("tensorflow", keras=real, math=SimpleNamespace(**maths), **maths, **cast)
    for name in ("optimizers.schedules", "callbacks"):
        module = real
        for part in name.split("."):
            module = getattr(module, part)
        sys.modules[f"tensorflow.keras.{name}"] = module
    sys.modules |= {"tensorflow.keras": real, "tensorflow.keras.optimizers": real.optimizers}
    base = sample.get("values", {}).get("learning_rate", 0.01)
    trained = SimpleNamespace(optimizer=real.optimizers.SGD(base), compile=lambda **_: None, fit=lambda *_, **__: None)
    if sample["file"].endswith(".json"):
        read = data(sample)
        made = read["config"]["learning_rate"] if "learning_rate" in read["config"] else read
        made = real.optimizers.schedules.deserialize(made)
    else:
        names = {"model": trained, "train_set": None, "X_train": None, "Y_train": None, "tf": sys.modules["tensorflow"]}
        made = execute(sample, names)
        kinds = (real.callbacks.LearningRateScheduler, real.optimizers.schedules.LearningRateSchedule)
        # A function of the same name is not it.
        made = next(one for one in [made, *names.values()] if isinstance(one, kinds))
    rates = []
    if isinstance(made, real.callbacks.LearningRateScheduler):
        made.set_model(trained)
        for epoch in range(sample["last"] + 1):
            made.on_epoch_begin(epoch)
            rates.append(float(trained.optimizer.learning_rate))
        return rates
    return [float(real.ops.convert_to_numpy(made(step))) for step in range(sample["last"] + 1)]


def optax(sample):
    import jax

    jax.config.update("jax_enable_x64", True)
    import jax.numpy as jnp
    import optax as real

    caught = []
    names = {"wrap": lambda _: SimpleNamespace(optimizer=lambda _: None), "mlp": None}
    if "exponential_decay" in (text := source(sample["file"])):
        plain = real.exponential_decay
        real.exponential_decay = lambda *given, **named: caught.append(plain(*given, **named)) or caught[-1]
    made = execute(sample, names)
    if "exponential_decay" in text:
        real.exponential_decay = plain
    if isinstance(made, dict):
        made = names.get("learning_rate_fn") or caught[-1]
    counts = jnp.arange(sample["last"] + 1)
    return [float(rate) for rate in jax.lax.map(made, counts)]


def timm(sample):
    import logging

    logging.disable()
    torch = _torch()
    host.stub("timm", __path__=[str(host.installed("timm", "timm"))])
    import timm.scheduler as real
    from timm.scheduler.scheduler_factory import scheduler_kwargs

    def sgd(args, model):
        return torch.optim.SGD(model.parameters(), lr=args.lr)

    host.stub("timm.optim", create_optimizer=sgd)
    if sample["file"].endswith(".py"):
        made = execute(sample, {"model": Model()})
        made = made if not isinstance(made, tuple) else made[0]
    else:
        given = flags(sample) if sample["file"].endswith(".sh") else data(sample)
        if "lr_noise" in given:
            given["lr_noise"] = [float(share) for share in given["lr_noise"].split()]
        # The defaults of timm's train.py.
        args = {"sched": "cosine", "epochs": 300, "decay_epochs": 90, "warmup_epochs": 5, "cooldown_epochs": 0}
        args |= {"decay_milestones": [90, 180, 270], "decay_rate": 0.1, "min_lr": 0, "warmup_lr": 1e-5}
        args |= {"sched_on_updates": False, "warmup_prefix": False, "patience_epochs": 10, "seed": 42, **given}
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=args["lr"])
        made, _ = real.create_scheduler_v2(optimizer, **scheduler_kwargs(SimpleNamespace(**args)), updates_per_epoch=1)
    step = made.step if made.t_in_epochs else made.step_update
    return _step(made, sample["last"], lambda _, t: step(t))


def mmengine(sample):
    _torch()
    loaded = _module("exported", "mmEngine")

    names = {}
    for name in ("lr_scheduler", "momentum_scheduler"):
        host.stub(f"mmengine.optim.scheduler.{name}", **loaded.registry)
    host.stub("mmengine.optim.scheduler", **loaded.registry)
    execute(sample, names)
    import torch

    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=names["optim_wrapper"]["optimizer"]["lr"])
    length = sample.get("values", {}).get("epoch_length", 1)
    loop = names["train_cfg"]
    listed = names["param_scheduler"] or []
    made = []
    # As Runner._build_param_scheduler does.
    for one in listed if isinstance(listed, list) else [listed]:
        one = dict(one)
        kind = one.pop("type")
        kind = loaded.registry.get(kind) if isinstance(kind, str) else kind
        if kind is None:
            continue  # momentum
        by_epoch = one.get("by_epoch", True)
        one.setdefault("end", loop.get("max_epochs") if by_epoch else loop.get("max_iters"))
        if one.pop("convert_to_iter_based", False):
            made.append((False, kind.build_iter_from_epoch(optimizer, **one, epoch_length=length)))
        else:
            made.append((by_epoch, kind(optimizer, **one)))
    rates = []
    for i in range(sample["last"] + 1):
        rates.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        for by_epoch, one in made:
            if not by_epoch or (i + 1) % length == 0:
                one.step()
    return rates


def mmcv(sample):
    import types

    real = ROOT / "packages/readers/test/mmcv/real.py"
    hooks = host.pick(real, "load", sys=sys, types=types, Path=Path)(os.environ["MMCV"])
    drive = host.pick(real, "run", types=types)
    names = {}
    execute(sample, names)
    values, runner = sample.get("values", {}), names.get("runner", {})
    length = runner.get("max_iters", values.get("runner.max_iters"))
    by_iteration = length is not None
    epochs = 1 if by_iteration else runner.get("max_epochs", names.get("total_epochs"))
    length = length if by_iteration else values["epoch_length"]
    rate = names["optimizer"]["lr"] if "optimizer" in names else values["lr"]
    at = range(min(sample["last"] + 1, epochs * length))
    config = {key: value for key, value in names["lr_config"].items() if key != "_delete_"}
    return drive(hooks, config, by_iteration, epochs, length, rate, at)


def deepspeed(sample):
    loaded = _module("exported", "deepSpeed")
    import torch

    if sample["file"].endswith(".json"):
        config = data(sample)
    else:
        host.stub("deepspeed", initialize=lambda **_: [None] * 4)
        names = {"model": Model()}
        execute(sample, names)
        config = names.get("config") or names["gpt_config"]
    block = config["scheduler"]
    base = config.get("optimizer", {}).get("params", {}).get("lr", 0.1)
    optimizer = torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))], lr=base)
    return _step(getattr(loaded.schedules, block["type"])(optimizer, **block["params"]), sample["last"])


def megatron(sample):
    loaded = _module("exported", "megatron")

    given = flags(sample)
    batch = given["global_batch_size"]
    decay = given.get("lr_decay_samples") or batch * given.get("lr_decay_iters", given.get("train_iters", 0))
    if "lr_warmup_fraction" in given:
        warm = given["lr_warmup_fraction"] * decay
    else:
        warm = given.get("lr_warmup_samples") or batch * given.get("lr_warmup_iters", 0)
    wsd = given.get("lr_wsd_decay_iters")
    optimizer = SimpleNamespace(param_groups=[{}])
    made = loaded._module.OptimizerParamScheduler(
        optimizer,
        init_lr=given.get("lr_warmup_init", 0.0),
        max_lr=given["lr"],
        min_lr=given.get("min_lr", 0.0),
        lr_warmup_steps=warm,
        lr_decay_steps=decay,
        lr_decay_style=given["lr_decay_style"],
        start_wd=0.01,
        end_wd=0.01,
        wd_incr_steps=decay,
        wd_incr_style="constant",
        wsd_decay_steps=wsd and wsd * batch,
        lr_wsd_decay_style=given.get("lr_wsd_decay_style", "exponential"),
    )
    rates = []
    for _ in range(sample["last"] + 1):
        rates.append(optimizer.param_groups[0]["lr"])
        made.step(batch)
    return rates


def gptneox(sample):
    # Its module imports a function that prints from the package around it.
    folder = Path(os.environ["GPT_NEOX"])
    host.stub("megatron", print_rank_0=lambda *_: None)
    path = folder / "megatron/learning_rates.py"
    annealing = host.run("megatron.learning_rates", path.read_text(), str(path)).AnnealingLR
    given = {key.replace("-", "_"): value for key, value in data(sample).items()}
    # As its `get_learning_rate_scheduler` does.
    length = max(1, given.get("lr_decay_iters", given["train_iters"]))
    optimizer = SimpleNamespace(param_groups=[{}])
    made = annealing(
        optimizer,
        start_lr=given["optimizer"]["params"]["lr"],
        warmup_iter=given.get("warmup", 0.01) * length,
        total_iters=length,
        decay_style=given.get("lr_decay_style", "linear"),
        last_iter=0,
        min_lr=given.get("min_lr", 0.0),
    )
    rates = []
    for _ in range(sample["last"] + 1):
        rates.append(optimizer.param_groups[0]["lr"])
        made.step()
    return rates


def fairseq(sample):
    from fairseqHost import build, registered

    if sample["file"].endswith(".sh"):
        given = flags(sample)
        name = given["lr_scheduler"]
    else:
        read = data(sample)
        given = {**read["optimization"], **read["lr_scheduler"]}
        name = given["_name"]
    given["lr"] = given["lr"] if isinstance(given["lr"], list) else [given["lr"]]
    known = registered[name][1].__dataclass_fields__
    # What fairseq interpolates from elsewhere.
    given.setdefault("max_update", 0)
    config = {key: value for key, value in given.items() if key in known}
    if "total_num_update" in known:
        config.setdefault("total_num_update", given["max_update"])
    config = {key: tuple(value) if key == "phase_ratio" else value for key, value in config.items()}
    made, optimizer = build(name, config, given["lr"][0])
    rates = []
    for done in range(sample["last"] + 1):
        made.step_update(done)
        rates.append(optimizer.get_lr())
    return rates


def detectron2(sample):
    loaded = _module("exported", "detectron2")
    import torch

    own = {key: value for key, value in data(sample)["SOLVER"].items() if key in loaded.DEFAULTS}
    settings = {**loaded.DEFAULTS, **{key: loaded._decoded(key, value) for key, value in own.items()}}
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=settings["BASE_LR"])
    made = loaded.build(SimpleNamespace(SOLVER=SimpleNamespace(**settings)), optimizer)
    return _step(made, sample["last"])


def fvcore(sample):
    """Lazy configurations, which are built at once: detectron2 multiplies the base rate by what they give."""
    warmup = _module("frameworks", "detectron2").legacy.WarmupParamScheduler
    from fvcore.common.param_scheduler import ParamScheduler

    def lazy(made):
        return made if issubclass(made, ParamScheduler) else dict

    host.stub("detectron2.config", LazyCall=lazy)
    host.stub("detectron2.solver", WarmupParamScheduler=warmup)
    made = execute(sample, {})
    steps = sample["run"]["steps"]
    return [float(made(step / steps)) for step in range(sample["last"] + 1)]


def composer(sample):
    from composerHost import rates

    names = {"cosine_with_warmup": "CosineAnnealingWithWarmup", "linear_decay_with_warmup": "LinearWithWarmup"}
    read = data(sample)
    read = read.get("parameters", read)
    read = {**read.get("trainer", {}), **read}
    named = read["scheduler"].get("name") or read["scheduler"]["_target_"].split(".")[-1].removesuffix("Scheduler")
    config = {key: value for key, value in read["scheduler"].items() if key not in ("name", "_target_")}
    length = sample.get("values", {}).get("updates_per_epoch", 1)
    run = {"scale_schedule_ratio": 1.0, "max_duration": read["max_duration"], "dataloader_len": length}
    run |= {"samples_per_batch": 1, "tokens_per_batch": 1}
    listed = [{"scheduler": f"{names.get(named, named)}Scheduler", "config": config}]
    return rates(read["optimizer"]["lr"], run, listed, range(sample["last"] + 1))


def torchtitan(sample):
    loaded = _module("frameworks", "torchtitan")
    from groups import held, sgd

    if sample["file"].endswith(".py"):
        keep = lambda **given: given
        host.stub("torchtitan.components.lr_scheduler", LRSchedulersContainer=SimpleNamespace(Config=keep))
        host.stub("torchtitan.components.optimizer", default_adamw=keep)
        host.stub("torchtitan.config", TrainingConfig=keep)
        host.stub("torchtitan.trainer", Trainer=SimpleNamespace(Config=keep))
        read = execute(sample, {})
    else:
        read = data(sample)
    optimizer = sgd([read["optimizer"]["lr"]])
    steps = read["training"]["steps"]
    config = {{"lr_min": "min_lr_factor"}.get(key, key): value for key, value in read["lr_scheduler"].items()}
    made = loaded.Container.Config(**config).build(optimizers=[optimizer], training_steps=steps)
    rates = []
    for _ in range(sample["last"] + 1):
        rates.append(held(optimizer))
        optimizer.step()
        made.step()
    return rates


def fastai(sample):
    import fastaiHost

    host.stub("fastai.vision")
    learners = []

    def learner(*_, **__):
        learners.append(fastaiHost.Learner(1, sample["values"]["updates_per_epoch"]))
        return learners[-1]

    names = ["dls", "resnet34", "error_rate", "ranger"]
    host.stub(
        "fastai.vision.all", vision_learner=learner, Learner=learner, xresnet50=lambda **_: None, **dict.fromkeys(names)
    )
    execute(sample, {})
    return [row[:1] for row in learners[-1].seen["lr"]][: sample["last"] + 1]


def mxnet(sample):
    with host.wheel("mxnet", "1.9.1", "manylinux2014_x86_64") as text:
        real = host.run("mxnet.lr_scheduler", text.read("mxnet/lr_scheduler.py").decode(), "mxnet/lr_scheduler.py")
    host.stub("mxnet", lr_scheduler=real)
    made = execute(sample, {})
    # As its optimizers call it: with 1 for the first update.
    return [float(made(step + 1)) for step in range(sample["last"] + 1)]
