from torch import optim
from transformers import get_polynomial_decay_schedule_with_warmup

t_total = len(train_dataloader) * epoch
optimizer = optim.AdamW(model.parameters())
scheduler = get_polynomial_decay_schedule_with_warmup(
    optimizer=optimizer, num_training_steps=t_total, num_warmup_steps=100, power=2
)
