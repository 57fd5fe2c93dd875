python pretrain_gpt.py \
    --lr 5.0e-5 \
    --lr-decay-style linear \
    --lr-warmup-fraction 0.065 \
    --epochs 5 \
    --micro-batch-size 8
