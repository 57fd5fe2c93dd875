from torch import optim

optimizer = optim.SGD(model.parameters(), lr=args.learning_rate, momentum=0.9, weight_decay=5e-4)
lr_scheduler = optim.lr_scheduler.CyclicLR(
    optimizer,
    base_lr=0,
    max_lr=args.learning_rate,
    step_size_up=int(args.epochs / 6 * len(trainloader)),
    step_size_down=int(args.epochs / 3 * len(trainloader)),
)
