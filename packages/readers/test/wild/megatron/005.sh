python pretrain_gpt.py \
    --global-batch-size 192 \
    --lr 0.0004 \
    --min-lr 4e-05 \
    --train-iters 50000 \
    --lr-decay-iters 50000 \
    --lr-decay-style cosine \
    --lr-warmup-fraction 0.01
