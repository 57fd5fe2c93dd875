from trl import SFTConfig

args = SFTConfig(
    output_dir="health",
    learning_rate=1e-6,
    lr_scheduler_type="cosine_with_restarts",
    lr_scheduler_kwargs={"num_cycles": 2},
    warmup_ratio=0.01,
    num_train_epochs=3,
)
