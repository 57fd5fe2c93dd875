import torch
from ignite.handlers import PiecewiseLinear

config = {"num_epochs": 3, "learning_rate": 5e-5, "num_warmup_epochs": 0}
optimizer = torch.optim.AdamW(model.parameters(), lr=config["learning_rate"])
lr_scheduler = PiecewiseLinear(
    optimizer,
    param_name="lr",
    milestones_values=[
        (0, 0.0),
        (le * config["num_warmup_epochs"], config["learning_rate"]),
        (le * config["num_epochs"], 0.0),
    ],
)
