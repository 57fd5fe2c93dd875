import pytorch_warmup as warmup
import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
warmup_scheduler = warmup.LinearWarmup(optimizer, warmup_period=200)
