import argparse

from torch.optim import AdamW

flags = argparse.ArgumentParser()
flags.add_argument("--iterations", type=int, default=150000)
flags.add_argument("--lr", type=float, default=3e-4)
args = flags.parse_args()


def set_annealed_lr(opt, base_lr, frac_done):
    lr = base_lr * (1 - frac_done)
    for group in opt.param_groups:
        group["lr"] = lr


opt = AdamW(params, lr=args.lr)
resume_step = 0
for step in range(args.iterations - resume_step):
    set_annealed_lr(opt, args.lr, (step + resume_step) / args.iterations)
