import torch
import wandb
from transformers import get_linear_schedule_with_warmup


def get(optimizer, train_dataloader):
    epochs = wandb.config["~epochs"]
    num_training_steps = int(epochs * len(train_dataloader))
    return get_linear_schedule_with_warmup(optimizer, int(0.1 * num_training_steps), num_training_steps)
