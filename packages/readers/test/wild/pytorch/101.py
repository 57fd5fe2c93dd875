import torch.optim as optim


class ScheduledOptim:
    def __init__(self, optimizer, lr_mul, d_model, n_warmup_steps):
        self._optimizer = optimizer
        self.lr_mul = lr_mul
        self.d_model = d_model
        self.n_warmup_steps = n_warmup_steps
        self.n_steps = 0

    def step_and_update_lr(self):
        self._update_learning_rate()
        self._optimizer.step()

    def _scale(self):
        n, warm = self.n_steps, self.n_warmup_steps
        return (self.d_model**-0.5) * min(n**-0.5, n * warm**-1.5)

    def _update_learning_rate(self):
        self.n_steps += 1
        lr = self.lr_mul * self._scale()
        for group in self._optimizer.param_groups:
            group["lr"] = lr


optimizer = ScheduledOptim(optim.Adam(model.parameters(), betas=(0.9, 0.98), eps=1e-09), 2.0, 512, 4000)
for batch in batches:
    loss = model(batch)
    loss.backward()
    optimizer.step_and_update_lr()
