GBS=${GBS:-512}
python pretrain_gpt.py \
    --global-batch-size ${GBS} \
    --train-iters 500 \
    --lr-decay-iters 320 \
    --lr 0.0001 \
    --min-lr 1e-05 \
    --lr-decay-style cosine \
    --lr-warmup-fraction 0.01
