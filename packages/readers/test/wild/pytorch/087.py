def adjust_learning_rate(optimizer, epoch, args):
    if args.lradj == "type1":
        lr_adjust = {epoch: args.learning_rate * (0.5 ** ((epoch - 1) // 1))}
    elif args.lradj == "type2":
        lr_adjust = {5: 5e-4, 10: 1e-4, 15: 5e-5, 20: 1e-5, 25: 5e-6, 30: 1e-6, 35: 5e-7}
    if epoch in lr_adjust.keys():
        lr = lr_adjust[epoch]
        for group in optimizer.param_groups:
            group["lr"] = lr
