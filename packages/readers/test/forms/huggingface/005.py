from transformers import TrainingArguments


def config_train_args(learning_rate=0.0006, epochs=30, batch_size=8, output_dir="result", weight_decay=0.1, warmup_ratio=0.1):
    return TrainingArguments(
        output_dir=output_dir,
        num_train_epochs=epochs,
        learning_rate=learning_rate,
        per_device_train_batch_size=batch_size,
        weight_decay=weight_decay,
        warmup_ratio=warmup_ratio,
    )
