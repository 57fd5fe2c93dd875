import numpy as np
from torch.optim import lr_scheduler


class ExponentialDecayScheduler:
    def get_scheduler(self, optimizer, lr_init):
        if self.config.lr_final is None:
            lr_final = lr_init
        else:
            lr_final = self.config.lr_final

        def func(step):
            if step < self.config.warmup_steps:
                lr = 1e-8 + (lr_init - 1e-8) * np.sin(0.5 * np.pi * np.clip(step / self.config.warmup_steps, 0, 1))
            else:
                t = np.clip((step - self.config.warmup_steps) / (self.config.max_steps - self.config.warmup_steps), 0, 1)
                lr = np.exp(np.log(lr_init) * (1 - t) + np.log(lr_final) * t)
            return lr / lr_init

        scheduler = lr_scheduler.LambdaLR(optimizer, lr_lambda=func)
        return scheduler
