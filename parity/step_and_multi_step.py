"""torch.optim.lr_scheduler.StepLR and MultiStepLR: chains of step(), the closed form, and both on one optimizer."""

from torch.optim.lr_scheduler import MultiStepLR, StepLR

from drive import record

GAMMAS = [0.1, 0.5, 0.9, 0.97, 1.0, 1.3]


def cases(random):
    for i in range(12):
        yield record(f"StepLR {i}", _bases(random), [_step(random)], _calls(random, whole=False))
    for i in range(14):
        yield record(f"MultiStepLR {i}", _bases(random), [_multi_step(random)], _calls(random, whole=False))
    yield record("MultiStepLR without milestones", [0.3], [_milestones([], 0.1)], _calls(random, whole=True))
    yield record("MultiStepLR from epoch 0", [0.3, 0.7], [_milestones([3, 0, 3], 0.1)], [[0, None]] * 5)
    for i in range(10):
        both = [_step(random), _multi_step(random)]
        random.shuffle(both)
        yield record(f"StepLR and MultiStepLR {i}", _bases(random), both, _turns(random))
    far = [[0, e] for e in sorted(random.sample(range(1_000_000), 60)) + [999_999, 1_000_000]]
    yield record("StepLR far", [0.1, 3e-4], [_every(1000, 0.995)], far)
    milestones = random.sample(range(1_000_000), 200)
    yield record("MultiStepLR far", [0.1, 3e-4], [_milestones(milestones, 0.97)], far)


def _bases(random):
    return [10 ** random.uniform(-5, 0.5) for _ in range(random.randint(1, 3))]


def _gamma(random):
    return random.choice([*GAMMAS, random.uniform(0.05, 0.999)])


def _step(random):
    return _every(random.randint(1, 12), _gamma(random))


def _every(size, gamma):
    return ("StepLR", {"stepSize": size, "gamma": gamma}, lambda optimizer: StepLR(optimizer, size, gamma))


def _multi_step(random):
    milestones = [random.randint(0, 40) for _ in range(random.randint(1, 7))]
    return _milestones(milestones + random.sample(milestones, random.randint(0, 1)), _gamma(random))


def _milestones(milestones, gamma):
    options = {"milestones": milestones, "gamma": gamma}
    return ("MultiStepLR", options, lambda optimizer: MultiStepLR(optimizer, milestones, gamma))


def _calls(random, whole):
    """step() many times, then step(epoch) at random with step() after it, then fractional epochs (closed form only)."""
    calls = [None] * random.randint(20, 45)
    for _ in range(8):
        calls += [random.randint(0, 60), None, None]
    if not whole:
        calls += [random.randint(0, 200) / 4 for _ in range(8)]
    return [[0, call] for call in calls]


def _turns(random):
    """Each in its turn as in a training loop, then in an order of their own."""
    return [[0, None], [1, None]] * random.randint(10, 20) + [[random.randint(0, 1), None] for _ in range(20)]
