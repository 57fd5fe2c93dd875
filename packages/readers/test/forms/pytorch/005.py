import torch

warm, total = 10, 100
lr = 1e-3
adam = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=1e-5)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(adam, total - warm)
