import torch
from transformers import get_constant_schedule_with_warmup as warm

optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
scheduler = warm(optimizer, 200)
