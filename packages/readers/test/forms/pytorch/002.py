import torch.optim as optim
from torch.optim import lr_scheduler

net_lr = 0.1
epochs = 200
opt = optim.SGD(model.parameters(), lr=net_lr, momentum=0.9, nesterov=True)
scheduler = lr_scheduler.MultiStepLR(opt, milestones=[int(epochs * 0.5), int(epochs * 0.75)], gamma=0.1)
