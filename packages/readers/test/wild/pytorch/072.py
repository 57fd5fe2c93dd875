import torch


class WarmUpStepLR(torch.optim.lr_scheduler._LRScheduler):
    def __init__(self, optimizer, cold_epochs, warm_epochs, step_size, gamma=0.1, last_epoch=-1):
        self.cold_epochs = cold_epochs
        self.warm_epochs = warm_epochs
        self.step_size = step_size
        self.gamma = gamma
        super(WarmUpStepLR, self).__init__(optimizer=optimizer, last_epoch=last_epoch)

    def get_lr(self):
        if self.last_epoch < self.cold_epochs:
            return [lr * 0.1 for lr in self.base_lrs]
        elif self.last_epoch < self.cold_epochs + self.warm_epochs:
            climbed = 1 + self.last_epoch - self.cold_epochs
            return [lr * 0.1 + climbed * 0.9 * lr / self.warm_epochs for lr in self.base_lrs]
        else:
            drops = (self.last_epoch - self.cold_epochs - self.warm_epochs) // self.step_size
            return [lr * self.gamma**drops for lr in self.base_lrs]


class WarmUpExponentialLR(WarmUpStepLR):
    def __init__(self, optimizer, cold_epochs, warm_epochs, gamma=0.1, last_epoch=-1):
        self.cold_epochs = cold_epochs
        self.warm_epochs = warm_epochs
        self.step_size = 1
        self.gamma = gamma
        super(WarmUpStepLR, self).__init__(optimizer=optimizer, last_epoch=last_epoch)


optimizer = torch.optim.Adam(model.parameters(), lr=2.5e-4, betas=(0.9, 0.999), weight_decay=5e-4)
scheduler = WarmUpExponentialLR(optimizer, gamma=0.985, cold_epochs=5, warm_epochs=10)
