import torch

params = [{"params": model.parameters(), "lr": args.lr}]
optimizer = torch.optim.SGD(params, lr=args.lr, momentum=0.9)
lr_scheduler = torch.optim.lr_scheduler.LambdaLR(
    optimizer, lambda x: (1 - x / (len(data_loader) * args.epochs)) ** 0.9
)
