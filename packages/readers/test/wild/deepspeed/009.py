deepspeed_config = {
    "zero_allow_untested_optimizer": True,
    "scheduler": {
        "type": "WarmupLR",
        "params": {
            "last_batch_iteration": -1,
            "warmup_min_lr": 0,
            "warmup_max_lr": 1e-4,
            "warmup_num_steps": 10000,
        },
    },
    "zero_optimization": {"stage": 2},
    "train_micro_batch_size_per_gpu": 8,
}
