TRAIN_ITERS=100000
TRAINING_ARGS=(
    --micro-batch-size 8
    --global-batch-size 256
    --train-iters $TRAIN_ITERS
    --lr 0.0002
    --min-lr 0.00002
    --lr-decay-style WSD
    --lr-warmup-iters 1000
    --lr-decay-iters $TRAIN_ITERS # with the warm-up
    --lr-wsd-decay-style exponential
    --lr-wsd-decay-iters $((TRAIN_ITERS / 10))
)
torchrun pretrain_gpt.py ${TRAINING_ARGS[@]}
