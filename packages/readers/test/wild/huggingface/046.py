from torch.optim import AdamW
from transformers import get_scheduler

optimizer = AdamW(model.parameters(), lr=hparams["learning_rate"])
lr_scheduler = get_scheduler(
    name="linear",
    optimizer=optimizer,
    num_warmup_steps=hparams["num_warmup_steps"],
    num_training_steps=len(train_dataloader) * hparams["num_epochs"],
)
