import torch
from torch.optim.lr_scheduler import ExponentialLR, MultiStepLR

optimizer = torch.optim.SGD(model.parameters(), 0.1)
scheduler1 = ExponentialLR(optimizer, gamma=0.9)
scheduler2 = MultiStepLR(optimizer, milestones=[30, 80], gamma=0.1)

for epoch in range(20):
    for x, y in dataset:
        optimizer.zero_grad()
        loss_fn(model(x), y).backward()
        optimizer.step()
    scheduler1.step()
    scheduler2.step()
