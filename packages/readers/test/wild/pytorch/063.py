import argparse

import torch.optim as optim

parser = argparse.ArgumentParser()
parser.add_argument("--learning_rate", type=float, default=0.001)
parser.add_argument("--lr_decay_steps", default="80,120,160")
parser.add_argument("--lr_decay_rates", default="0.1,0.1,0.1")
FLAGS = parser.parse_args()
LR_DECAY_STEPS = [int(x) for x in FLAGS.lr_decay_steps.split(",")]
LR_DECAY_RATES = [float(x) for x in FLAGS.lr_decay_rates.split(",")]
optimizer = optim.Adam(model.parameters(), lr=FLAGS.learning_rate)


def get_current_lr(epoch):
    lr = FLAGS.learning_rate
    for i, lr_decay_epoch in enumerate(LR_DECAY_STEPS):
        if epoch >= lr_decay_epoch:
            lr *= LR_DECAY_RATES[i]
    return lr


for epoch in range(180):
    lr = get_current_lr(epoch)
    for group in optimizer.param_groups:
        group["lr"] = lr
