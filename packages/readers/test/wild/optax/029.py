import optax


def make_learning_rate_schedule(init_lr, num_updates, num_epochs, num_minibatches):
    def linear_schedule(count):
        frac = 1.0 - (count // (num_epochs * num_minibatches)) / num_updates
        return init_lr * frac

    return linear_schedule


def make_learning_rate(init_lr, config, num_epochs, num_minibatches=None):
    if num_minibatches is None:
        num_minibatches = 1
    if config.system.decay_learning_rates:
        return make_learning_rate_schedule(init_lr, config.arch.num_updates, num_epochs, num_minibatches)
    else:
        return init_lr


def setup(config):
    actor_lr = make_learning_rate(
        config.system.actor_lr, config, config.system.epochs, config.system.num_minibatches
    )
    return optax.chain(optax.clip_by_global_norm(0.5), optax.adam(actor_lr, eps=1e-5))
