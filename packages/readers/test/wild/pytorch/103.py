import torch.optim as optim


def update_linear_schedule(optimizer, epoch, total_num_epochs, initial_lr):
    lr = initial_lr - (initial_lr * (epoch / float(total_num_epochs)))
    for group in optimizer.param_groups:
        group["lr"] = lr


optimizer = optim.RMSprop(model.parameters(), args.lr, eps=1e-5, alpha=0.99)
num_updates = int(args.num_env_steps) // args.num_steps // args.num_processes
for j in range(num_updates):
    if args.use_linear_lr_decay:
        update_linear_schedule(optimizer, j, num_updates, args.lr)
    train(j)
