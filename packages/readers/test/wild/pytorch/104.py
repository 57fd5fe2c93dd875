import numpy as np
import torch
from torch.optim.lr_scheduler import LambdaLR


class LinearFactory:
    def __init__(self, max_epochs, epoch_num_steps, collection_step_num_env_steps):
        self.num_epochs = max_epochs
        self.epoch_num_steps = epoch_num_steps
        self.collection_step_num_env_steps = collection_step_num_env_steps

    def create_scheduler(self, optim):
        return LambdaLR(optim, lr_lambda=self._LRLambda(self).compute)

    class _LRLambda:
        def __init__(self, parent):
            self.max_update_num = (
                np.ceil(parent.epoch_num_steps / parent.collection_step_num_env_steps) * parent.num_epochs
            )

        def compute(self, epoch):
            return 1.0 - epoch / self.max_update_num


optimizer = torch.optim.RMSprop(model.parameters(), lr=7e-4)
scheduler = LinearFactory(max_epochs=100, epoch_num_steps=30000, collection_step_num_env_steps=80).create_scheduler(
    optimizer
)
