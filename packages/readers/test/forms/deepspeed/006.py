gpt_config = {
    "train_batch_size": 1536,
    "optimizer": {"type": "AdamW", "params": {"lr": 6e-5, "betas": [0.9, 0.95]}},
    "scheduler": {
        "type": "WarmupDecayLR",
        "params": {"total_num_steps": 300000, "warmup_min_lr": 0, "warmup_max_lr": 6e-5, "warmup_num_steps": 2000},
    },
    "zero_optimization": {"stage": 3},
}
