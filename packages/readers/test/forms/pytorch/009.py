from torch import optim
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


class WarmCosine(SequentialLR):
    def __init__(self, optimizer, warmup_epochs, T_max, start_factor=0.1, eta_min=0.0):
        a = LinearLR(optimizer, start_factor, 1.0, warmup_epochs)
        b = CosineAnnealingLR(optimizer, T_max, eta_min)
        super().__init__(optimizer, [a, b], [warmup_epochs])


opt = optim.AdamW(model.parameters(), lr=1e-3)
scheduler = WarmCosine(opt, warmup_epochs=5, T_max=55, eta_min=1e-5)
