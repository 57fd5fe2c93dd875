import argparse

from timm.optim import create_optimizer
from timm.scheduler import create_scheduler

p = argparse.ArgumentParser()
p.add_argument("--batch-size", default=64, type=int)
p.add_argument("--epochs", default=100, type=int)
p.add_argument("--opt", default="adamw")
p.add_argument("--sched", default="cosine", type=str)
p.add_argument("--lr", type=float, default=5e-4)
p.add_argument("--warmup-lr", type=float, default=1e-6)
p.add_argument("--min-lr", type=float, default=1e-5)
p.add_argument("--decay-epochs", type=float, default=30)
p.add_argument("--warmup-epochs", type=int, default=5)
p.add_argument("--cooldown-epochs", type=int, default=10)
p.add_argument("--patience-epochs", type=int, default=10)
p.add_argument("--decay-rate", type=float, default=0.1)
p.add_argument("--weight-decay", type=float, default=0.05)
args = p.parse_args()
args.lr = args.lr * args.batch_size * get_world_size() / 512.0
optimizer = create_optimizer(args, model)
lr_scheduler, _ = create_scheduler(args, optimizer)
