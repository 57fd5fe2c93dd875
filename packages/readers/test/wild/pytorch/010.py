from torch import optim

learning_rate = 1e-5
optimizer = optim.RMSprop(model.parameters(), lr=learning_rate, momentum=0.999, foreach=True)
scheduler = optim.lr_scheduler.ReduceLROnPlateau(optimizer, "max", patience=5)
