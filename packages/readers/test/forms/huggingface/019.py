import torch
import transformers as tr


class config:
    scheduler_type = "cosine"
    lr = 3e-5
    epochs = 5
    warmup_ratio = 0.1


steps = config.epochs * 100
warm = int(steps * config.warmup_ratio)
optimizer = torch.optim.AdamW(model.parameters(), lr=config.lr)
if config.scheduler_type == "linear":
    scheduler = tr.get_linear_schedule_with_warmup(optimizer, warm, steps)
elif config.scheduler_type == "cosine":
    scheduler = tr.get_cosine_schedule_with_warmup(optimizer, warm, steps)
else:
    scheduler = tr.get_polynomial_decay_schedule_with_warmup(optimizer, warm, steps)
