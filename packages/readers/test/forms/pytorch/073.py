import torch

num_updates = args.total_timesteps // args.num_steps
optimizer = torch.optim.Adam(model.parameters(), lr=2.5e-4, eps=1e-5)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda u: 1 - u / num_updates)
