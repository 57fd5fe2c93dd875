import torch
from ignite.handlers import CosineAnnealingScheduler, create_lr_scheduler_with_warmup

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
cosine = CosineAnnealingScheduler(optimizer, "lr", start_value=0.1, end_value=1e-4, cycle_size=450)
scheduler = create_lr_scheduler_with_warmup(cosine, warmup_start_value=0.0, warmup_end_value=0.1, warmup_duration=50)
