TRAIN_ITERS=2000
GPT_ARGS=(
    --micro-batch-size 1
    --global-batch-size 128
    --lr 1.25e-6
    --train-iters "${TRAIN_ITERS}"
    --lr-decay-style cosine
    --min-lr 1.25e-7
    --weight-decay 1e-1
    --lr-warmup-fraction 0.01
)
torchrun $DISTRIBUTED_ARGS pretrain_gpt.py "${GPT_ARGS[@]}"
