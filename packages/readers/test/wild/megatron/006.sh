python pretrain_gpt.py \
    --global-batch-size 64 \
    --lr 0.0004 \
    --min-lr 0.0004 \
    --train-iters 100000 \
    --lr-decay-iters 100000 \
    --lr-decay-style constant \
    --lr-warmup-fraction 0.001
