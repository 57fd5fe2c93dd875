import torch.optim as optim
import torch.optim.lr_scheduler as lr_scheduler

from utils.general import one_cycle

optimizer = optim.SGD(model.bn.parameters(), lr=hyp['lr0'], momentum=hyp['momentum'], nesterov=True)
optimizer.add_param_group({'params': model.weights.parameters(), 'weight_decay': hyp['weight_decay']})
optimizer.add_param_group({'params': model.biases.parameters()})
if opt.linear_lr:
    lf = lambda x: (1 - x / (epochs - 1)) * (1.0 - hyp['lrf']) + hyp['lrf']
else:
    lf = one_cycle(1, hyp['lrf'], epochs)
scheduler = lr_scheduler.LambdaLR(optimizer, lr_lambda=lf)
