import transformers

args = transformers.TrainingArguments(
    output_dir="m",
    per_device_train_batch_size=32,
    learning_rate=2e-5,
    lr_scheduler_type="cosine_with_restarts",
    warmup_steps=100,
    num_train_epochs=5,
)
