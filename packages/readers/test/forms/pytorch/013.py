import torch

epochs_total = 300
lrf = 0.01
lf = lambda x: (1 - x / epochs_total) * (1.0 - lrf) + lrf
optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.937, nesterov=True)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lf)
