from torch.optim import Optimizer
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def make(optimizer: Optimizer, num_epochs: int, warmup_epochs: int, steps_per_epoch: int):
    cosine = CosineAnnealingLR(optimizer, (num_epochs - warmup_epochs) * steps_per_epoch)
    linear = LinearLR(optimizer, total_iters=warmup_epochs * steps_per_epoch, start_factor=0.001)
    return SequentialLR(optimizer, [linear, cosine], milestones=[warmup_epochs * steps_per_epoch])
