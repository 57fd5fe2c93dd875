from composer import Trainer
from composer.optim import CosineAnnealingWithWarmupScheduler, DecoupledAdamW

optimizer = DecoupledAdamW(model.parameters(), lr=2e-3)
schedule = CosineAnnealingWithWarmupScheduler(t_warmup="1ep", alpha_f=0.02)
trainer = Trainer(model=model, train_dataloader=loader, max_duration="10ep", optimizers=optimizer, schedulers=schedule)
