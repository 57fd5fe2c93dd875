import torch

epochs = 100
optimizer_cfg = dict(type="AdamW", lr=0.005, weight_decay=0.0001)
optimizer = torch.optim.AdamW(model.parameters(), lr=optimizer_cfg["lr"], weight_decay=optimizer_cfg["weight_decay"])
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer,
    max_lr=optimizer_cfg["lr"],
    epochs=epochs,
    steps_per_epoch=1,
    pct_start=0.05,
    anneal_strategy="cos",
    div_factor=10.0,
    final_div_factor=100.0,
)
