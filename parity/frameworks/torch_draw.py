"""Random options for PyTorch's schedulers, each with the positions where something happens and the last to look at."""


def rounded(random, low, high):
    """A number of few digits, evenly between the two."""
    return round(random.uniform(low, high), 4)


def span(random):
    """A length: mostly short, so that step() meets every boundary, now and then long."""
    return random.choice([1, 2, *(random.randint(2, high) for high in (8, 8, 20, 20, 60, 300))])


def share(random):
    """A factor above 0 and up to 1."""
    return random.choice([1.0, 0.1, 0.5, 1 / 3, rounded(random, 0.01, 1), rounded(random, 0.01, 1)])


def gamma(random):
    return random.choice([0.1, 0.5, 0.9, 0.97, 1.0, 1.05, rounded(random, 0.3, 0.999), rounded(random, 0.3, 0.999)])


def each(random, bases, low, high):
    """A number for every group or a list with one for each, relative to the groups' bases."""
    listed = [float(f"{base * random.uniform(low, high):.4g}") for base in bases]
    return random.choice([listed[0], listed])


def LambdaLR(random, bases):
    names = ["0.95**t", "1/(1+t)", "1/sqrt(1+t)", "min(1,(t+1)/10)", "0.5**floor(t/7)"]
    listed = [random.choice(names) for _ in bases]
    return {"lrLambda": random.choice([listed, listed[0]])}, [7, 10], random.randint(5, 60)


def MultiplicativeLR(random, bases):
    names = ["0.95", "1.01", "1-1/(t+2)", "t%5==0?0.5:1", "1", "min(1,(t+1)/10)"]
    listed = [random.choice(names) for _ in bases]
    return {"lrLambda": random.choice([listed, listed[0]])}, [5, 10], random.randint(5, 60)


def StepLR(random, bases):
    size = span(random)
    return {"stepSize": size, "gamma": gamma(random)}, [size, 2 * size], 4 * size + 2


def MultiStepLR(random, bases):
    last = span(random) + 3
    milestones = [random.randint(0, last) for _ in range(random.randint(0, 5))]
    milestones += random.sample(milestones, min(len(milestones), random.randint(0, 1)))
    return {"milestones": milestones, "gamma": gamma(random)}, milestones[:2], last + 3


def ConstantLR(random, bases):
    total = span(random)
    return {"factor": share(random), "totalIters": total}, [total], total + 4


def LinearLR(random, bases):
    total = span(random)
    end = random.choice([1.0, 1.0, 0.0, share(random)])
    return {"startFactor": share(random), "endFactor": end, "totalIters": total}, [total], total + 4


def ExponentialLR(random, bases):
    return {"gamma": gamma(random)}, [], random.randint(3, 200)


def PolynomialLR(random, bases):
    total = span(random)
    power = random.choice([1.0, 2.0, 0.5, rounded(random, 0.1, 4)])
    return {"totalIters": total, "power": power}, [total], total + 3


def floor(random, bases):
    part = random.choice([0.0, 0.0, random.random(), random.random(), 1.3])
    return float(f"{bases[0] * part:.4g}")


def CosineAnnealingLR(random, bases):
    half = span(random)
    return {"tMax": half, "etaMin": floor(random, bases)}, [half, 2 * half], 3 * half + 2


def CosineAnnealingWarmRestarts(random, bases):
    first, times = span(random), random.choice([1, 1, 2, 2, 3])
    second = first * (1 + times)
    options = {"t0": first, "tMult": times, "etaMin": floor(random, bases)}
    return options, [first, second], second + random.randint(0, 2 * first) + 2


def CyclicLR(random, bases):
    up, down = span(random), random.choice([None, span(random)])
    low = each(random, bases, 0.001, 0.3)
    options = {"baseLr": low, "maxLr": each(random, bases, 0.5, 2), "stepSizeUp": up, "stepSizeDown": down}
    options["mode"] = random.choice(["triangular", "triangular2", "exp_range"])
    if options["mode"] == "exp_range":
        options["gamma"] = random.choice([1.0, 0.99, rounded(random, 0.8, 1)])
    cycle = up + (down or up)
    return options, [up, cycle, cycle + up], 3 * cycle


def OneCycleLR(random, bases):
    """Ends at the last step of the cycle: what comes after is torch's fault."""
    total = span(random) + 3
    lengths = {"totalSteps": total}
    if random.random() < 0.2:
        lengths = {"epochs": random.randint(2, 5), "stepsPerEpoch": random.randint(2, 9)}
        total = lengths["epochs"] * lengths["stepsPerEpoch"]
    # A rise of a whole number of steps or not, and always of more than one: below that torch divides by 0 or jumps.
    rise = random.choice([0.3, 0.5, 0.25, 1.0, rounded(random, 0, 1), rounded(random, 0, 1)])
    rise = max(rise, 1.5 / total)
    options = {**lengths, "maxLr": each(random, bases, 0.5, 2), "pctStart": rise}
    options["annealStrategy"] = random.choice(["cos", "linear"])
    if random.random() < 0.6:
        options |= {"divFactor": rounded(random, 1, 50), "finalDivFactor": round(10 ** random.uniform(0, 5), 2)}
    if random.random() < 0.4:
        options["threePhase"] = True
    return options, [int(rise * total), int(2 * rise * total)], total - 1


def SWALR(random, bases):
    length = random.choice([0, span(random)])
    options = {"swaLr": each(random, bases, 0.01, 1.5), "annealEpochs": length}
    return options | {"annealStrategy": random.choice(["cos", "linear"])}, [length], length + 3


def momenta(random, options):
    """Options and optimizer facts of a class that cycles momentum: SGD's, Adam's first beta, or none at all."""
    kind = random.choice(["momentum", "betas", None])
    if kind is None:
        return options | {"cycleMomentum": False}, {}
    if random.random() < 0.6:
        low, high = sorted([rounded(random, 0.5, 0.99), rounded(random, 0.5, 0.99)])
        options = options | {"baseMomentum": low, "maxMomentum": high}
    return options, {"momentum": 0.9} if kind == "momentum" else {"betas": [0.9, 0.999]}


def ReduceLROnPlateau(random, bases):
    options = {
        "mode": random.choice(["min", "max"]),
        "factor": random.choice([0.1, 0.5, rounded(random, 0.05, 0.99)]),
        "patience": random.choice([0, 1, 2, random.randint(0, 6)]),
        "threshold": random.choice([1e-4, 0.0, 0.01, 0.1]),
        "thresholdMode": random.choice(["rel", "abs"]),
        "cooldown": random.choice([0, 0, 1, 2, 4]),
        "minLr": random.choice([0, 0, 0, each(random, bases, 0.01, 0.9)]),
        "eps": random.choice([1e-8, 1e-8, 0.0, 1e-3]),
    }
    return options, [], 12
