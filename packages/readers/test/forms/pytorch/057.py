import torch
from torch.optim.lr_scheduler import ConstantLR, SequentialLR, StepLR

optimizer = torch.optim.RMSprop(model.parameters(), lr=0.016, alpha=0.9, momentum=0.9)
scheduler = SequentialLR(
    optimizer, [ConstantLR(optimizer, factor=0.1, total_iters=5), StepLR(optimizer, 2, 0.97)], milestones=[5]
)
