import torch
from diffusers.optimization import get_scheduler

optimizer = torch.optim.AdamW(model.parameters(), lr=finetuner_args.learning_rate)
lr_scheduler = get_scheduler("constant", optimizer=optimizer)
