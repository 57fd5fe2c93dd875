def adjust_learning_rate(optimizer, epoch, args):
    lr_adjust = {epoch: args.learning_rate * (0.5 ** ((epoch - 1) // 2))}
    if epoch in lr_adjust.keys():
        lr = lr_adjust[epoch]
        for group in optimizer.param_groups:
            group["lr"] = lr
