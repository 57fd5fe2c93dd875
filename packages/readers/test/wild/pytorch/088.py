from torch import optim
from torch.optim import lr_scheduler


class Exp_Main:
    def train(self, setting):
        train_data, train_loader = self._get_data(flag="train")
        train_steps = len(train_loader)
        model_optim = optim.Adam(self.model.parameters(), lr=self.args.learning_rate)
        scheduler = lr_scheduler.OneCycleLR(
            optimizer=model_optim,
            steps_per_epoch=train_steps,
            pct_start=self.args.pct_start,
            epochs=self.args.train_epochs,
            max_lr=self.args.learning_rate,
        )
        for epoch in range(self.args.train_epochs):
            for i, batch in enumerate(train_loader):
                model_optim.step()
                scheduler.step()
