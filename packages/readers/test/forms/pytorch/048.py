from torch.optim import SGD
from torch.optim.lr_scheduler import StepLR

scheduler_params = {"step_size": 15, "gamma": 0.5}
optimizer = SGD(model.parameters(), lr=0.4)
lr_scheduler = StepLR(optimizer, **scheduler_params)
