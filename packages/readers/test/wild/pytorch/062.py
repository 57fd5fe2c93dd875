import torch

hyp = {"opt": {"non_bias_lr": 1.525 / 512, "percent_start": 0.23}, "misc": {"train_epochs": 12.1}}
opt = torch.optim.SGD(model.parameters(), lr=hyp["opt"]["non_bias_lr"], momentum=0.85, nesterov=True)
initial_div_factor = 1e16
final_lr_ratio = 0.07
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    opt,
    max_lr=hyp["opt"]["non_bias_lr"],
    pct_start=hyp["opt"]["percent_start"],
    div_factor=initial_div_factor,
    final_div_factor=1.0 / (initial_div_factor * final_lr_ratio),
    total_steps=total_train_steps,
    anneal_strategy="linear",
    cycle_momentum=False,
)
