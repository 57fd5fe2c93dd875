from torch.optim import AdamW
from transformers import get_linear_schedule_with_warmup


def get_training_utilities(train_dataloader, model):
    optimizer = AdamW(model.parameters(), lr=0.0001)
    lr_scheduler = get_linear_schedule_with_warmup(
        optimizer=optimizer, num_warmup_steps=100, num_training_steps=len(train_dataloader) * 2
    )
    return lr_scheduler


lr_scheduler = get_training_utilities(train_dataloader, model)
