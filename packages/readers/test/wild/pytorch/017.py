import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--lr", "--learning-rate", default=0.0003, type=float)
args = parser.parse_args()
optimizer = torch.optim.Adam(model.parameters(), args.lr, weight_decay=1e-4)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=len(train_loader), eta_min=0, last_epoch=-1)
