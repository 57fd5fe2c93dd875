import torch

base_lr = 0.1 * args.batch_size * world_size / 256
optimizer = torch.optim.SGD(model.parameters(), lr=base_lr, momentum=0.9)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=args.epochs, eta_min=base_lr * 1e-3)
