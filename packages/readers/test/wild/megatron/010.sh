python pretrain_gpt.py \
    --global-batch-size 8 \
    --lr 0.00015 \
    --train-iters 80 \
    --lr-decay-iters 320000 \
    --lr-decay-style cosine \
    --min-lr 1.0e-5 \
    --lr-warmup-fraction .01
