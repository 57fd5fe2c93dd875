import torch

lrate, lrate_decay, n_iters = 5e-4, 250, 200000
optimizer = torch.optim.Adam(params=model.parameters(), lr=lrate, betas=(0.9, 0.999))
global_step = 0
for i in range(0, n_iters):
    optimizer.zero_grad()
    loss = model(i)
    loss.backward()
    optimizer.step()
    decay_rate = 0.1
    decay_steps = lrate_decay * 1000
    new_lrate = lrate * (decay_rate ** (global_step / decay_steps))
    for group in optimizer.param_groups:
        group["lr"] = new_lrate
    global_step += 1
