import torch.optim as optim

optimizer = optim.Adam(model.parameters(), lr=0.001)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=5, gamma=0.1)
for epoch in range(epochs):
    for batch in train_loader:
        optimizer.zero_grad()
        optimizer.step()
    scheduler.step()
