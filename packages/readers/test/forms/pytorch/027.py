from torch.optim import Adam
from torch.optim.lr_scheduler import ChainedScheduler, CosineAnnealingLR, LinearLR

num_epochs, warmup_steps, lr = 30, 5, 3e-4
optimizer = Adam(params=model.parameters(), lr=lr, betas=(0.9, 0.98))
warm = LinearLR(optimizer, start_factor=1 / warmup_steps, end_factor=1, total_iters=warmup_steps)
scheduler = CosineAnnealingLR(optimizer, T_max=num_epochs - warmup_steps)
scheduler = ChainedScheduler([warm, scheduler])
