from trl import SFTConfig


def get_sft_config():
    return SFTConfig(
        per_device_train_batch_size=1,
        gradient_accumulation_steps=4,
        warmup_steps=5,
        max_steps=60,
        learning_rate=2e-4,
        lr_scheduler_type="linear",
        weight_decay=0.01,
    )


args = get_sft_config()
