import torch

iters = len(data_loader)
optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9, weight_decay=1e-4)
lr_scheduler = torch.optim.lr_scheduler.PolynomialLR(optimizer, total_iters=iters * args.epochs, power=0.9)
