import pytorch_warmup as warmup
import torch

num_steps = 3000
optimizer = torch.optim.AdamW(model.parameters(), lr=0.001, betas=(0.9, 0.999))
lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=num_steps)
warmup_scheduler = warmup.UntunedLinearWarmup(optimizer)
for batch in range(num_steps):
    optimizer.step()
    with warmup_scheduler.dampening():
        lr_scheduler.step()
