import transformers


def train(
    batch_size: int = 128, micro_batch_size: int = 4, num_epochs: int = 3, learning_rate: float = 3e-4, output_dir: str = "out"
):
    gradient_accumulation_steps = batch_size // micro_batch_size
    args = transformers.TrainingArguments(
        per_device_train_batch_size=micro_batch_size,
        gradient_accumulation_steps=gradient_accumulation_steps,
        warmup_steps=100,
        num_train_epochs=num_epochs,
        learning_rate=learning_rate,
        output_dir=output_dir,
    )
    return args


args = train()
