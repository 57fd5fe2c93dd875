from transformers import TrainingArguments

learning_rate = 1e-5
train_batch_size = 16
num_train_epochs = 5
training_args = TrainingArguments(
    output_dir="gptj",
    learning_rate=learning_rate,
    per_device_train_batch_size=train_batch_size,
    num_train_epochs=num_train_epochs,
    warmup_steps=100,
)
