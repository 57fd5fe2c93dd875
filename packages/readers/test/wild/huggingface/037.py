from transformers import TrainingArguments

training_args = TrainingArguments(
    output_dir="out",
    num_train_epochs=5,
    per_device_train_batch_size=16,
    gradient_accumulation_steps=1,
    learning_rate=3e-5,
    warmup_steps=500,
)
