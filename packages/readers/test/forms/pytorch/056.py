import torch

optimizer = torch.optim.Adam(model.parameters(), lr=0.002)
lmbda = lambda epoch: 0.95
scheduler = torch.optim.lr_scheduler.MultiplicativeLR(optimizer, lr_lambda=lmbda)
