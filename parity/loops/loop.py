"""What the loops share: the options of a random loop, a model of one number, an optimizer that counts its updates."""

import torch


class CountingSGD(torch.optim.SGD):
    """SGD that knows how many updates it made."""

    updates = 0

    def step(self, closure=None):
        self.updates += 1
        return super().step(closure)


def weight():
    return torch.nn.Parameter(torch.zeros(1))


def draw(random, index, most_processes=6, epochs=(1, 2, 3, 4)):
    """Options by Anneal's names; every eighth is an edge on purpose."""
    samples = random.choice([random.randint(1, 12), random.randint(1, 250), random.randint(1, 250)])
    batch = random.choice([1, 2, 4, random.randint(1, 40)])
    accumulate = random.choice([1, 2, 4, random.randint(1, 12)])
    processes = random.choice([1, random.randint(1, most_processes)])
    if index % 8 == 0:
        samples = random.choice([1, 2, batch * accumulate * processes, batch * accumulate * processes + 1])
    if index % 8 == 4:
        accumulate = samples + 1
    return {
        "samples": samples,
        "batchSize": batch,
        "accumulate": accumulate,
        "processes": processes,
        "dropLast": random.random() < 0.4,
        "epochs": random.choice(epochs),
    }
