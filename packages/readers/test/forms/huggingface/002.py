from transformers import TrainingArguments

args = TrainingArguments(
    output_dir="results",
    num_train_epochs=600,
    per_gpu_train_batch_size=32,
    max_steps=0,
    learning_rate=1e-6,
    warmup_ratio=0.1,
    weight_decay=0.01,
)
