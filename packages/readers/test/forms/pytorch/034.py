import torch

d_model, warmup = 512, 4000
optimizer = torch.optim.Adam(model.parameters(), lr=1.0, betas=(0.9, 0.98), eps=1e-9)
noam = lambda step: d_model ** (-0.5) * min((step + 1) ** (-0.5), (step + 1) * warmup ** (-1.5))
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=noam)
