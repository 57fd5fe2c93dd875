from torch.optim import AdamW
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

EPOCHS = 100
WARMUP = 5

optimizer = AdamW(model.parameters(), lr=3e-4, weight_decay=0.05)
warm_steps = WARMUP * len(train_loader)
first = LinearLR(optimizer, start_factor=0.01, end_factor=1.0, total_iters=warm_steps)
second = CosineAnnealingLR(optimizer, T_max=(EPOCHS - WARMUP) * len(train_loader), eta_min=1e-6)
scheduler = SequentialLR(optimizer, schedulers=[first, second], milestones=[warm_steps])
