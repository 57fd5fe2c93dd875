from sentence_transformers.cross_encoder.training_args import CrossEncoderTrainingArguments

num_epochs = 1
train_batch_size = 64
args = CrossEncoderTrainingArguments(
    output_dir="models/reranker",
    num_train_epochs=num_epochs,
    per_device_train_batch_size=train_batch_size,
    learning_rate=2e-5,
    warmup_ratio=0.1,
    bf16=True,
)
