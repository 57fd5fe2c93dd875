LR_WARMUP_SAMPLES=183_105
BATCH=512
TRAIN_SAMPLES=146_484_375
python pretrain_gpt.py \
    --lr-warmup-samples ${LR_WARMUP_SAMPLES} \
    --global-batch-size ${BATCH} \
    --train-samples ${TRAIN_SAMPLES} \
    --lr ${LR} \
    --min-lr ${MIN_LR} \
    --lr-decay-style cosine
