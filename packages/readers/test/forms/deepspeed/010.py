config = {
    "train_micro_batch_size_per_gpu": 4,
    "optimizer": {"type": "AdamW", "params": {"lr": args.lr, "weight_decay": 0.0}},
    "scheduler": {
        "type": "WarmupDecayLR",
        "params": {
            "total_num_steps": args.epochs * args.steps_per_epoch,
            "warmup_min_lr": 0,
            "warmup_max_lr": args.lr,
            "warmup_num_steps": 100,
            "warmup_type": "linear",
        },
    },
}
