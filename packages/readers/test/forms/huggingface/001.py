from transformers import TrainingArguments

args = TrainingArguments(
    output_dir="out",
    num_train_epochs=5,
    learning_rate=1e-5,
    per_device_train_batch_size=16,
    gradient_accumulation_steps=4,
    warmup_steps=250,
    lr_scheduler_type="constant",
    weight_decay=0.01,
)
