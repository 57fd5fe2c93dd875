import torch
from transformers import get_scheduler

optimizer = torch.optim.AdamW(model.parameters(), lr=2e-5)
scheduler = get_scheduler(
    name="cosine_with_min_lr",
    optimizer=optimizer,
    num_warmup_steps=80,
    num_training_steps=800,
    scheduler_specific_kwargs={"min_lr": 2e-6},
)
