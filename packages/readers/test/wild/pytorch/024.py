import torch

epoch_str = 1
optim_g = torch.optim.AdamW(model.parameters(), hps.train.learning_rate, betas=(0.8, 0.99), eps=1e-9)
scheduler_g = torch.optim.lr_scheduler.ExponentialLR(optim_g, gamma=hps.train.lr_decay, last_epoch=epoch_str - 2)
