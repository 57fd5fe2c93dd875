import torch
from diffusers.optimization import get_scheduler


def train(
    max_train_steps_ti: int = 1000,
    lr_scheduler: str = "linear",
    lr_warmup_steps: int = 0,
    learning_rate_ti: float = 5e-4,
    weight_decay_ti: float = 0.00,
):
    ti_optimizer = torch.optim.AdamW(
        model.text.parameters(), lr=learning_rate_ti, betas=(0.9, 0.999), weight_decay=weight_decay_ti
    )
    lr_scheduler = get_scheduler(
        lr_scheduler,
        optimizer=ti_optimizer,
        num_warmup_steps=lr_warmup_steps,
        num_training_steps=max_train_steps_ti,
    )
    return lr_scheduler
