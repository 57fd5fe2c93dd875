import torch
from torch.optim.swa_utils import SWALR, AveragedModel

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
swa_model = AveragedModel(model)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=300)
swa_start = 160
swa_scheduler = SWALR(optimizer, anneal_strategy="linear", anneal_epochs=20, swa_lr=0.05)
for epoch in range(300):
    train_one(model, optimizer)
    if epoch > swa_start:
        swa_model.update_parameters(model)
        swa_scheduler.step()
    else:
        scheduler.step()
