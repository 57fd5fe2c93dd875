import json

import torch.optim as optim

with open(args.config) as f:
    config = json.load(f)
params = config["params"]
optimizer = optim.Adam(model.parameters(), lr=params["init_lr"], weight_decay=params["weight_decay"])
scheduler = optim.lr_scheduler.ReduceLROnPlateau(
    optimizer, mode="min", factor=params["lr_reduce_factor"], patience=params["lr_schedule_patience"], verbose=True
)
for epoch in range(params["epochs"]):
    loss = train(epoch)
    scheduler.step(loss)
    if optimizer.param_groups[0]["lr"] < params["min_lr"]:
        break
