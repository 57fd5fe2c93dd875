from transformers import TrainingArguments

settings = {
    "num_train_epochs": 4,
    "gradient_accumulation_steps": 8,
    "learning_rate": 1e-5,
    "max_steps": -1,
    "warmup_ratio": 0.03,
    "lr_scheduler_type": "cosine",
    "per_device_train_batch_size": 1,
}
args = TrainingArguments(output_dir="out", **settings)
