GLOBAL_BATCH=1504
lr=1e-5
min_lr=1e-6
python pretrain_gpt.py \
    --global-batch-size $GLOBAL_BATCH \
    --train-iters 500000 \
    --lr-decay-style "cosine" \
    --lr $lr \
    --min-lr $min_lr
