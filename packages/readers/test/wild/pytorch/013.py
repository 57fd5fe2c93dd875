import torch.optim as optim
from warmup_scheduler import GradualWarmupScheduler

new_lr = opt.OPTIM.LR_INITIAL
optimizer = optim.Adam(model.parameters(), lr=new_lr, betas=(0.9, 0.999))
warmup_epochs = 3
scheduler_cosine = optim.lr_scheduler.CosineAnnealingLR(
    optimizer, opt.OPTIM.NUM_EPOCHS - warmup_epochs, eta_min=opt.OPTIM.LR_MIN
)
scheduler = GradualWarmupScheduler(optimizer, multiplier=1, total_epoch=warmup_epochs, after_scheduler=scheduler_cosine)
