from transformers import TrainingArguments

args = TrainingArguments(
    output_dir="llama",
    num_train_epochs=1,
    per_device_train_batch_size=1,
    learning_rate=1e-4,
    lr_scheduler_type="constant",
    gradient_accumulation_steps=64,
)
