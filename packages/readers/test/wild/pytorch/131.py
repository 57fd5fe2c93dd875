import torch


class LRScheduler:
    def __init__(self, lr_decay, optD, optG, num_steps, start_step=0):
        self.lr_decay = lr_decay
        self.optD = optD
        self.optG = optG
        self.num_steps = num_steps
        self.start_step = start_step
        self.lr_D = optD.param_groups[0]["lr"]
        self.lr_G = optG.param_groups[0]["lr"]

    def linear_decay(self, optimizer, global_step, lr_value_range, lr_step_range):
        v1, v2 = lr_value_range
        s1, s2 = lr_step_range
        if global_step <= s1:
            updated_lr = v1
        elif global_step >= s2:
            updated_lr = v2
        else:
            updated_lr = v1 + (global_step - s1) / (s2 - s1) * (v2 - v1)
        optimizer.param_groups[0]["lr"] = updated_lr
        return updated_lr

    def step(self, log_data, global_step):
        if self.lr_decay == "linear":
            self.linear_decay(self.optD, global_step, (self.lr_D, 0.0), (self.start_step, self.num_steps))
            self.linear_decay(self.optG, global_step, (self.lr_G, 0.0), (self.start_step, self.num_steps))
        return log_data


optD = torch.optim.Adam(model.netD.parameters(), 2e-4, betas=(0.0, 0.9))
optG = torch.optim.Adam(model.netG.parameters(), 2e-4, betas=(0.0, 0.9))
scheduler = LRScheduler("linear", optD, optG, num_steps=100000)
