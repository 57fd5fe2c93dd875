import argparse

import torch
from diffusers.optimization import get_scheduler

parser = argparse.ArgumentParser()
parser.add_argument("--learning_rate", type=float, default=1e-4)
parser.add_argument("--lr_scheduler", type=str, default="cosine")
parser.add_argument("--lr_warmup_steps", type=int, default=50)
parser.add_argument("--max_train_steps", type=int, default=1000)
args = parser.parse_args()
optimizer = torch.optim.AdamW(model.parameters(), lr=args.learning_rate)
lr_scheduler = get_scheduler(
    args.lr_scheduler,
    optimizer=optimizer,
    num_warmup_steps=args.lr_warmup_steps * accelerator.num_processes,
    num_training_steps=args.max_train_steps * accelerator.num_processes,
)
