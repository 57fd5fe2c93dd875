from torch.optim import AdamW, lr_scheduler

optimizer = AdamW(
    model.parameters(), lr=args.optim.lr, betas=(0.9, 0.95), eps=1e-08, weight_decay=args.optim.weight_decay
)
scheduler = lr_scheduler.OneCycleLR(
    optimizer, max_lr=args.optim.lr, total_steps=args.max_steps, pct_start=args.optim.pct_start
)
