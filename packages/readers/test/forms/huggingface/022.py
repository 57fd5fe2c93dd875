import torch
from transformers import get_wsd_schedule

optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = get_wsd_schedule(
    optimizer, num_warmup_steps=100, num_stable_steps=700, num_decay_steps=200, decay_type="1-sqrt", min_lr_ratio=0.1
)
