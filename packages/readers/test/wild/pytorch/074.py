import torch


def poly_learning_rate(base_lr, curr_iter, max_iter, power=0.9):
    return base_lr * (1 - float(curr_iter) / max_iter) ** power


def train(train_loader, model, optimizer, epoch):
    max_iter = args.epochs * len(train_loader)
    for i, (images, target) in enumerate(train_loader):
        optimizer.step()
        current_iter = epoch * len(train_loader) + i + 1
        current_lr = poly_learning_rate(args.base_lr, current_iter, max_iter, power=args.power)
        for index in range(0, args.index_split):
            optimizer.param_groups[index]["lr"] = current_lr
        for index in range(args.index_split, len(optimizer.param_groups)):
            optimizer.param_groups[index]["lr"] = current_lr * 10


def main(args):
    optimizer = torch.optim.SGD(params, lr=args.base_lr, momentum=args.momentum)
    for epoch in range(args.start_epoch, args.epochs):
        train(train_loader, model, optimizer, epoch)
