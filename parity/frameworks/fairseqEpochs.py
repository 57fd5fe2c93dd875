"""fairseq's schedules that follow epochs, driven as its trainer drives them."""

from common import case, finite, rate
from draw import few, part
from fairseqHost import build
from metrics import metrics


def rates(name, config, base, per_epoch, last, losses=()):
    """The rate for each of the updates 1…last, an epoch being `per_epoch` updates, and each epoch's first rate."""
    scheduler, optimizer = build(name, config, base)
    scheduler.step_update(0)
    held, begins, epoch = [], [], 0
    while len(held) < last:
        epoch += 1
        scheduler.step_begin_epoch(epoch)
        scheduler.step_update(len(held))
        begins.append(optimizer.get_lr())
        for _ in range(per_epoch):
            held.append(optimizer.get_lr())
            scheduler.step_update(len(held))
        scheduler.step(epoch, losses[epoch - 1] if losses else None)
        scheduler.step_update(len(held))
    return held, [*begins, optimizer.get_lr()]


def epochs(name, configure):
    """The cases of one schedule read at updates; `configure(random)` gives its options."""

    def cases(random):
        for _ in range(150):
            config, per_epoch = configure(random), random.randint(1, 12)
            last = per_epoch * random.randint(1, 10)
            at = few(random, list(range(last)), 8)
            base = config["lr"][0]

            def run():
                held, _ = rates(name, config, base, per_epoch, last)
                return {"values": [held[update] for update in at]}

            yield case(config, run, base=base, updatesPerEpoch=per_epoch, at=at)

    return "updates done, in epochs of updatesPerEpoch updates", cases


def fixed(random):
    return {
        "lr": [rate(random) for _ in range(random.choice([1, 1, 3, 5]))],
        "force_anneal": random.choice([None, 1, 2, random.randint(1, 8)]),
        "lr_shrink": random.choice([0.1, random.uniform(0.2, 1)]),
        "warmup_updates": random.choice([0, 1, 4, random.randint(1, 60)]),
    }


def polynomial(random):
    total = random.randint(1, 80)
    return {
        "lr": [rate(random) for _ in range(random.choice([1, 2, 4]))],
        "force_anneal": random.choice([None, None, 1, random.randint(1, 8)]),
        "warmup_updates": part(random, total),
        "end_learning_rate": random.choice([0.0, rate(random, high=0.1)]),
        "power": random.choice([1.0, random.uniform(0.3, 3)]),
        "total_num_update": total,
    }


def manual(random):
    """Keys of the three forms: "3", "1-5" and "2,4"."""
    lists = []
    for most in (10, 60):
        chosen = {}
        for _ in range(random.randint(0, 4)):
            first, second = sorted(random.sample(range(1, most + 1), 2))
            chosen[random.choice(["{0}", "{0}-{1}", "{0},{1}"]).format(first, second)] = rate(random)
        lists.append(str(chosen))
    return {"lr": [rate(random)], "epoch2lr": lists[0], "update2lr": random.choice([lists[1], "{}"])}


def plateau(random):
    for _ in range(180):
        base, per_epoch = rate(random), random.randint(1, 4)
        losses = metrics(random, random.choice([1, 8, 12, 16]))
        config = {
            "lr": [base],
            "lr_shrink": random.choice([*[0.1, *[random.uniform(0.2, 0.95)] * 5] * 5, 1.0]),
            "lr_threshold": random.choice([1e-4, 0.0, random.random() * 0.1]),
            "lr_patience": random.choice([0, 1, 2, 4]),
            "warmup_updates": random.choice([0, 0, 1, random.randint(2, 12)]),
            "warmup_init_lr": random.choice([-1, base * random.random()]),
            "maximize_best_checkpoint_metric": random.random() < 0.3,
        }

        def run():
            _, begins = rates("reduce_lr_on_plateau", dict(config), base, per_epoch, per_epoch * len(losses), losses)
            return {"values": begins}

        yield case(config, run, base=base, updatesPerEpoch=per_epoch, metrics=finite(losses))
