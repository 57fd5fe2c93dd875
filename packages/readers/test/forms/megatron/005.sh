options=" \
    --global-batch-size 128 \
    --rampup-batch-size 32 32 65324160 \
    --train-samples 268554688 \
    --lr-decay-samples 255126953 \
    --lr-warmup-samples 81381 \
    --lr 2.5e-4 \
    --min-lr 2.5e-5 \
    --lr-decay-style cosine"
python pretrain_gpt.py ${options}
