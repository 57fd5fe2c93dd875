import math

from torch.optim import SGD
from torch.optim.lr_scheduler import LambdaLR

total = 40
up = int(total * 0.1)
shape = lambda e: (e + 1) / up if e < up else 0.5 * (math.cos((e - up) / (total - up) * math.pi) + 1)
optimizer = SGD(model.parameters(), lr=0.03, momentum=0.9)
scheduler = LambdaLR(optimizer, lr_lambda=shape)
