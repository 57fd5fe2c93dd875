import torch

optimizer = torch.optim.AdamW(model.parameters(), lr=args.flat_lr)
main = torch.optim.lr_scheduler.CosineAnnealingLR(
    optimizer, T_max=args.epochs * (args.nsamples // args.cali_bsz), eta_min=args.flat_lr * 1e-3
)
if args.warmup:
    warm = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.01, total_iters=16)
    scheduler = torch.optim.lr_scheduler.ChainedScheduler([warm, main])
else:
    scheduler = main
