import torch


def pick(args, optimizer):
    args.lr_scheduler = args.lr_scheduler.lower()
    if args.lr_scheduler == "steplr":
        main = torch.optim.lr_scheduler.StepLR(optimizer, step_size=args.lr_step_size, gamma=args.lr_gamma)
    elif args.lr_scheduler == "cosineannealinglr":
        main = torch.optim.lr_scheduler.CosineAnnealingLR(
            optimizer, T_max=args.epochs - args.lr_warmup_epochs, eta_min=args.lr_min
        )
    elif args.lr_scheduler == "exponentiallr":
        main = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=args.lr_gamma)
    else:
        raise RuntimeError(args.lr_scheduler)
    if args.lr_warmup_epochs > 0:
        warm = torch.optim.lr_scheduler.LinearLR(
            optimizer, start_factor=args.lr_warmup_decay, total_iters=args.lr_warmup_epochs
        )
        return torch.optim.lr_scheduler.SequentialLR(
            optimizer, schedulers=[warm, main], milestones=[args.lr_warmup_epochs]
        )
    return main


class args:
    lr = 0.5
    epochs = 90
    lr_scheduler = "CosineAnnealingLR"
    lr_step_size = 30
    lr_gamma = 0.1
    lr_min = 0.0
    lr_warmup_epochs = 5
    lr_warmup_decay = 0.01


optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)
scheduler = pick(args, optimizer)
