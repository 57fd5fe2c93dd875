import torch

max_steps = 20000
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2, eps=1e-15)
scheduler = torch.optim.lr_scheduler.ChainedScheduler(
    [
        torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.01, total_iters=100),
        torch.optim.lr_scheduler.MultiStepLR(
            optimizer,
            milestones=[max_steps // 20, max_steps * 3 // 40, max_steps * 9 // 40],
            gamma=0.33,
        ),
    ]
)
