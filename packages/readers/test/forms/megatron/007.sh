TRAIN_ITERS=${TRAIN_ITERS:-20000}
LR_WSD_DECAY_ITERS=${LR_WSD_DECAY_ITERS:-4000}
python pretrain_gpt.py \
    --train-iters ${TRAIN_ITERS} \
    --lr-decay-style WSD \
    --lr-decay-iters ${TRAIN_ITERS} \
    --lr-warmup-iters 1 \
    --lr-wsd-decay-style minus_sqrt \
    --lr-wsd-decay-iters ${LR_WSD_DECAY_ITERS} \
    --micro-batch-size 1 \
    --global-batch-size 32 \
    --lr 8e-4 \
    --min-lr 8e-6
