import math

import torch
from transformers import get_cosine_schedule_with_warmup

updates = math.ceil(len(loader) / args.gradient_accumulation_steps)
max_train_steps = args.num_train_epochs * updates
optimizer = torch.optim.AdamW(model.parameters(), lr=args.learning_rate)
scheduler = get_cosine_schedule_with_warmup(
    optimizer, num_warmup_steps=int(args.warmup_ratio * max_train_steps), num_training_steps=max_train_steps
)
