import torch
from transformers import get_inverse_sqrt_schedule

optimizer = torch.optim.AdamW(model.parameters(), lr=7e-4)
scheduler = get_inverse_sqrt_schedule(optimizer, num_warmup_steps=400)
