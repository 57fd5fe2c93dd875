import torch
from transformers.optimization import get_cosine_with_hard_restarts_schedule_with_warmup

optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
scheduler = get_cosine_with_hard_restarts_schedule_with_warmup(
    optimizer, num_warmup_steps=50, num_training_steps=500, num_cycles=4
)
