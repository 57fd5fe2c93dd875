BZ=128
python pretrain_mm.py \
    --global-batch-size ${BZ} \
    --train-full-dataset \
    --lr-warmup-fraction 0.03 \
    --lr 1e-4 \
    --min-lr 2.5e-6 \
    --lr-decay-style cosine \
    --clip-grad 1.0
