import torch

epochs, lr, lr_warmup_epochs, lr_warmup_decay = 300, 0.003, 30, 0.033
optimizer = torch.optim.AdamW(model.parameters(), lr=lr, weight_decay=0.3)
main_lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs - lr_warmup_epochs)
warmup_lr_scheduler = torch.optim.lr_scheduler.LinearLR(
    optimizer, start_factor=lr_warmup_decay, total_iters=lr_warmup_epochs
)
scheduler = torch.optim.lr_scheduler.SequentialLR(
    optimizer, schedulers=[warmup_lr_scheduler, main_lr_scheduler], milestones=[lr_warmup_epochs]
)
