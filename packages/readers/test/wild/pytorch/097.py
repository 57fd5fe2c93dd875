import argparse

from torch import optim

parser = argparse.ArgumentParser()
parser.add_argument("--weights", default="freeze", type=str, choices=("finetune", "freeze"))
parser.add_argument("--epochs", default=100, type=int)
parser.add_argument("--lr-backbone", default=0.0, type=float)
parser.add_argument("--lr-classifier", default=0.3, type=float)
args = parser.parse_args()
param_groups = [dict(params=model.fc.parameters(), lr=args.lr_classifier)]
if args.weights == "finetune":
    param_groups.append(dict(params=model.parameters(), lr=args.lr_backbone))
optimizer = optim.SGD(param_groups, 0, momentum=0.9, weight_decay=1e-6)
scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs)
