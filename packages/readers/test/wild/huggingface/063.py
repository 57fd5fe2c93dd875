from transformers import Trainer, TrainingArguments


def train(*, local_output_dir, per_device_train_batch_size, lr, epochs, warmup_steps, logging_steps):
    training_args = TrainingArguments(
        output_dir=local_output_dir,
        per_device_train_batch_size=per_device_train_batch_size,
        learning_rate=lr,
        num_train_epochs=epochs,
        logging_steps=logging_steps,
        disable_tqdm=True,
        remove_unused_columns=False,
        warmup_steps=warmup_steps,
    )
    trainer = Trainer(model=model, args=training_args)
    trainer.train()
