from dataclasses import dataclass

import torch.optim as optim


@dataclass
class Args:
    total_timesteps: int = 500000
    learning_rate: float = 2.5e-4
    num_envs: int = 4
    num_steps: int = 128
    anneal_lr: bool = True
    num_iterations: int = 0


args = Args()
args.num_iterations = args.total_timesteps // (args.num_envs * args.num_steps)
optimizer = optim.Adam(model.parameters(), lr=args.learning_rate, eps=1e-5)
for iteration in range(1, args.num_iterations + 1):
    if args.anneal_lr:
        frac = 1.0 - (iteration - 1.0) / args.num_iterations
        optimizer.param_groups[0]["lr"] = frac * args.learning_rate
