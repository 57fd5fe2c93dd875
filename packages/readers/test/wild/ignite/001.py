import torch
from ignite.handlers import PiecewiseLinear


def run(num_iters_per_epoch, num_epochs=24, learning_rate=0.4, num_warmup_epochs=4):
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate, momentum=0.9, nesterov=True)
    milestones_values = [
        (0, 0.0),
        (num_iters_per_epoch * num_warmup_epochs, learning_rate),
        (num_iters_per_epoch * num_epochs, 0.0),
    ]
    return PiecewiseLinear(optimizer, param_name="lr", milestones_values=milestones_values)


lr_scheduler = run(num_iters_per_epoch)
