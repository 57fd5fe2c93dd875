import ml_collections as mlc


def get_config(runlocal=False):
    config = mlc.ConfigDict()
    config.total_epochs = 90
    config.num_classes = 1000
    config.input = {}
    config.input.batch_size = 4096
    config.optax_name = "big_vision.momentum_hp"
    config.grad_clip_norm = 1.0
    config.wd = (1e-4 / 256) * config.input.batch_size
    config.lr = (0.1 / 256) * config.input.batch_size
    config.schedule = dict(decay_type="cosine", warmup_steps=1000)
    return config
