from transformers import TrainingArguments

training_args = TrainingArguments(
    output_dir="out",
    learning_rate=1e-3,
    per_device_train_batch_size=32,
    num_train_epochs=2,
    weight_decay=0.01,
    eval_strategy="epoch",
)
