import torch

max_iterations = 500
learning_rate, lr_min = 0.05, 0.0005
lr_schedule = "exponential"
optimizer = torch.optim.Adam(model.parameters(), lr=learning_rate)
if lr_schedule == "exponential":
    rate = (lr_min / learning_rate) ** (1 / max_iterations)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=rate)
elif lr_schedule == "cosine":
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=max_iterations, eta_min=lr_min)
