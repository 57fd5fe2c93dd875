import torch
from timm.scheduler import create_scheduler_v2

optimizer = torch.optim.AdamW(model.parameters(), lr=5e-4)
scheduler, num_epochs = create_scheduler_v2(
    optimizer, sched="cosine", num_epochs=90, warmup_epochs=5, warmup_lr=1e-6, min_lr=1e-5, warmup_prefix=True, cooldown_epochs=5
)
