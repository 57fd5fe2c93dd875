import math

import torch.optim as optim


def cosine_with_warmup_scheduler(optimizer, num_warmup_epochs, max_epoch):
    return get_cosine_schedule_with_warmup(
        optimizer=optimizer, num_warmup_steps=num_warmup_epochs, num_training_steps=max_epoch
    )


def get_cosine_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, num_cycles=0.5, last_epoch=-1):
    def lr_lambda(current_step):
        if current_step < num_warmup_steps:
            return max(1e-6, float(current_step) / float(max(1, num_warmup_steps)))
        progress = float(current_step - num_warmup_steps) / float(max(1, num_training_steps - num_warmup_steps))
        return max(0.0, 0.5 * (1.0 + math.cos(math.pi * float(num_cycles) * 2.0 * progress)))

    return optim.lr_scheduler.LambdaLR(optimizer, lr_lambda, last_epoch)


def create(parameters):
    optimizer = optim.AdamW(parameters, lr=base_lr, weight_decay=1e-5)
    return cosine_with_warmup_scheduler(optimizer, num_warmup_epochs, max_epoch)
