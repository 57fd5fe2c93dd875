import jax
import jax.numpy as jnp
import optax
from absl import flags

flags.DEFINE_integer("train_device_batch_size", 128, help="")
flags.DEFINE_integer("train_epochs", 90, help="")
flags.DEFINE_integer("train_lr_warmup_epochs", 5, help="")
flags.DEFINE_float("train_lr_init", 0.1, help="")
FLAGS = flags.FLAGS


def lr_schedule(step):
    batch = FLAGS.train_device_batch_size * jax.device_count()
    per_epoch = train_split.num_examples / batch
    warmup_steps = FLAGS.train_lr_warmup_epochs * per_epoch
    training_steps = FLAGS.train_epochs * per_epoch
    lr = FLAGS.train_lr_init * batch / 256
    scaled_step = jnp.maximum(step - warmup_steps, 0) / (training_steps - warmup_steps)
    lr *= 0.5 * (1.0 + jnp.cos(jnp.pi * scaled_step))
    if warmup_steps:
        lr *= jnp.minimum(step / warmup_steps, 1.0)
    return lr


optimizer = optax.chain(optax.trace(decay=0.9, nesterov=True), optax.scale_by_schedule(lr_schedule), optax.scale(-1))
