import torch

optim_g = torch.optim.AdamW(model.parameters(), hps.train.learning_rate, betas=hps.train.betas, eps=hps.train.eps)
scheduler_g = torch.optim.lr_scheduler.ExponentialLR(optim_g, gamma=hps.train.lr_decay, last_epoch=-1)
for _ in range(epoch_str):
    scheduler_g.step()
for epoch in range(epoch_str, hps.train.epochs + 1):
    train(epoch)
    scheduler_g.step()
