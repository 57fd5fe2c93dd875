from transformers import TrainingArguments

bs, epochs = 128, 4
lr = 8e-5
args = TrainingArguments(
    "outputs",
    learning_rate=lr,
    warmup_ratio=0.1,
    lr_scheduler_type="cosine",
    fp16=True,
    per_device_train_batch_size=bs,
    num_train_epochs=epochs,
)
