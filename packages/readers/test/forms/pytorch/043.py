from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


class Cfg:
    lr = 2e-3
    warmup_ep = 2
    eta_min = 1e-5


class Method:
    cfg = Cfg()

    def groups(self, modules):
        return [{"params": list(modules["encoder"].parameters()), "lr": self.cfg.lr}]

    def build_scheduler(self, optimizer, steps_per_epoch, total_steps):
        warmup = steps_per_epoch * self.cfg.warmup_ep
        s1 = LinearLR(optimizer, start_factor=0.01, total_iters=warmup)
        s2 = CosineAnnealingLR(optimizer, T_max=total_steps - warmup, eta_min=self.cfg.eta_min)
        return SequentialLR(optimizer, schedulers=[s1, s2], milestones=[warmup])
