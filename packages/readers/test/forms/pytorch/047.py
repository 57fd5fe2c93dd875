import torch

SETTINGS = {"name": "MultiStepLR", "args": {"milestones": [20, 40], "gamma": 0.3}}
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
scheduler = getattr(torch.optim.lr_scheduler, SETTINGS["name"])(optimizer, **SETTINGS["args"])
