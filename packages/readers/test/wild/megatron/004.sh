python pretrain_gpt.py \
    --global-batch-size 8 \
    --lr 0.0001 \
    --train-iters 2000000 \
    --lr-decay-iters 990000 \
    --lr-decay-style linear \
    --min-lr 1e-05 \
    --lr-warmup-fraction .01
