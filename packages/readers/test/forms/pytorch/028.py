import torch
import torch.optim as optim

LEARNING_RATE = 0.03
optimizer = optim.Rprop(model.parameters(), lr=LEARNING_RATE)
one = torch.optim.lr_scheduler.ConstantLR(optimizer, factor=0.1, total_iters=2)
two = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.9)
scheduler = torch.optim.lr_scheduler.ChainedScheduler([one, two])
