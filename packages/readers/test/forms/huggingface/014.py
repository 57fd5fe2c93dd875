import torch
from transformers import get_polynomial_decay_schedule_with_warmup

num_epochs, lr, warmup_ratio = 10, 1e-4, 0.1
max_steps = len(vcr_dl) * num_epochs
optimizer = torch.optim.AdamW(model.parameters(), lr=lr, betas=(0.9, 0.98))
scheduler = get_polynomial_decay_schedule_with_warmup(
    optimizer, num_warmup_steps=int(max_steps * warmup_ratio), num_training_steps=max_steps, lr_end=0, power=1
)
