import optax

oc = config.optimizer_config
tx = optax.chain(
    optax.clip_by_global_norm(oc.max_grad_norm),
    optax.adamw(
        learning_rate=optax.piecewise_constant_schedule(
            oc.base_learning_rate, {oc.learning_rate_decay_event: oc.learning_rate_decay_rate}
        ),
        b1=oc.beta1,
    ),
)
