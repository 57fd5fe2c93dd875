import torch
from ignite.handlers import PiecewiseLinear

lr = 0.0002
optimizer = torch.optim.Adam(model.parameters(), lr=lr, betas=(0.5, 0.999))
milestones_values = [(0, lr), (100, lr), (200, 0.0)]
scheduler = PiecewiseLinear(optimizer, param_name="lr", milestones_values=milestones_values)
