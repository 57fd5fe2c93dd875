import torch

EPOCHS, decay_start_epoch = 40, 15
optimizer = torch.optim.AdamW(model.parameters(), lr=1.2e-3, weight_decay=1e-3, eps=1e-7, betas=(0.8, 0.99))
hold = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=1.0, end_factor=1.0, total_iters=decay_start_epoch)
fall = torch.optim.lr_scheduler.LinearLR(
    optimizer, start_factor=1.0, end_factor=0.01, total_iters=(EPOCHS - decay_start_epoch)
)
scheduler = torch.optim.lr_scheduler.SequentialLR(optimizer, schedulers=[hold, fall], milestones=[decay_start_epoch])
