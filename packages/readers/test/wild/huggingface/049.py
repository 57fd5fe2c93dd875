import torch
from transformers import get_scheduler

optimizer = torch.optim.AdamW(model.parameters(), lr=training_args.learning_rate)
lr_scheduler = get_scheduler(
    name=training_args.lr_scheduler_type,
    optimizer=optimizer,
    num_warmup_steps=training_args.warmup_steps * accelerator.num_processes,
    num_training_steps=total_train_steps * accelerator.num_processes,
)
