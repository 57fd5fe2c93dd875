python pretrain_gpt.py \
    --global-batch-size 8 \
    --train-iters 500000 \
    --lr-decay-iters 320000 \
    --lr 0.00015 \
    --min-lr 1.0e-5 \
    --lr-decay-style cosine \
    --lr-warmup-fraction .01
