import torch.optim as optim

low, high = 1e-5, 1e-3
optimizer = optim.Adam(model.parameters(), lr=high, weight_decay=1e-4)
scheduler = optim.lr_scheduler.CyclicLR(
    optimizer, base_lr=low, max_lr=high, step_size_up=2000, mode="triangular", cycle_momentum=False
)
