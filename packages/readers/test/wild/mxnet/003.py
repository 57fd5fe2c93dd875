from mxnet import lr_scheduler

epoch_size = 1281167 // 8 // 128
if args.lr_mode == "step":
    steps = [epoch_size * int(x) for x in args.lr_decay_epoch.split(",")]
    lr_sched = lr_scheduler.MultiFactorScheduler(
        step=steps,
        factor=args.lr_decay,
        base_lr=(args.lr * num_workers),
        warmup_steps=(args.warmup_epochs * epoch_size),
        warmup_begin_lr=args.warmup_lr,
    )
elif args.lr_mode == "cosine":
    lr_sched = lr_scheduler.CosineScheduler(
        args.num_epochs * epoch_size,
        base_lr=(args.lr * num_workers),
        warmup_steps=(args.warmup_epochs * epoch_size),
        warmup_begin_lr=args.warmup_lr,
    )
