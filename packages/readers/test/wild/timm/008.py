import argparse

from timm.optim import create_optimizer
from timm.scheduler import create_scheduler

flags = argparse.ArgumentParser()
flags.add_argument("--epochs", default=1000, type=int)
flags.add_argument("--sched", default="cosine", type=str)
flags.add_argument("--lr", type=float, default=5e-4)
flags.add_argument("--lr-noise", type=float, nargs="+", default=None)
flags.add_argument("--lr-noise-pct", type=float, default=0.67)
flags.add_argument("--lr-noise-std", type=float, default=1.0)
flags.add_argument("--warmup-lr", type=float, default=1e-6)
flags.add_argument("--min-lr", type=float, default=1e-5)
flags.add_argument("--decay-epochs", type=float, default=30)
flags.add_argument("--warmup-epochs", type=int, default=5)
flags.add_argument("--cooldown-epochs", type=int, default=10)
flags.add_argument("--patience-epochs", type=int, default=10)
flags.add_argument("--decay-rate", "--dr", type=float, default=0.1)
args = flags.parse_args()
optimizer = create_optimizer(args, model)
lr_scheduler, _ = create_scheduler(args, optimizer)
for epoch in range(0, args.epochs):
    train(epoch)
    lr_scheduler.step(epoch)
