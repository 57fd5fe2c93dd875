import torch

rates = [1e-4, 1e-3]
optimizer = torch.optim.AdamW([{"params": model.a.parameters()}, {"params": model.b.parameters()}])
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer, max_lr=rates, total_steps=301, pct_start=0.05, anneal_strategy="cos", div_factor=25.0, final_div_factor=1000.0
)
