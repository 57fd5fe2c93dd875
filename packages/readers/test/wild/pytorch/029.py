import argparse

import torch
import torch.optim as optim

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=1e-4)
opt = parser.parse_args()
optimizer = torch.optim.Adam(
    [
        {"name": "encoding", "params": model.encoder.parameters()},
        {"name": "net", "params": model.backbone.parameters(), "weight_decay": 1e-6},
    ],
    lr=opt.lr,
    betas=(0.9, 0.99),
)
scheduler = (lambda optimizer: optim.lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.1))(optimizer)
