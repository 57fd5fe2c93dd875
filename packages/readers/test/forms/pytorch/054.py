from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

optimizer = AdamW([{"params": model.a.parameters(), "lr": 1e-4}, {"params": model.b.parameters(), "lr": 1e-3}])
flat = lambda epoch: epoch // 30
fall = lambda epoch: 0.95**epoch
scheduler = LambdaLR(optimizer, lr_lambda=[flat, fall])
