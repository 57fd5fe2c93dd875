from transformers import TrainingArguments

num_train_epochs = 3
learning_rate = 2e-4
max_steps = -1
warmup_ratio = 0.03
lr_scheduler_type = "cosine"
training_args = TrainingArguments(
    output_dir="./results",
    num_train_epochs=num_train_epochs,
    per_device_train_batch_size=4,
    learning_rate=learning_rate,
    max_steps=max_steps,
    warmup_ratio=warmup_ratio,
    lr_scheduler_type=lr_scheduler_type,
    optim="paged_adamw_32bit",
)
