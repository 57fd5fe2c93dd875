python pretrain_gpt.py \
    --micro-batch-size 1 \
    --global-batch-size 64 \
    --train-iters 10000 \
    --lr-decay-iters 320000 \
    --lr 0.00015 \
    --lr-decay-style cosine \
    --min-lr 1.0e-5 \
    --weight-decay 1e-2 \
    --lr-warmup-fraction .01
