from composer.optim import DecoupledSGDW
from torch.optim.lr_scheduler import OneCycleLR

steps_per_epoch = 45000 // 256
optimizer = DecoupledSGDW(model.parameters(), lr=0.05, momentum=0.9, weight_decay=5e-4)
scheduler = OneCycleLR(optimizer, 0.1, epochs=30, steps_per_epoch=steps_per_epoch)
