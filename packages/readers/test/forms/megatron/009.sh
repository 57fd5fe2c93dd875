python pretrain_gpt.py \
       --global-batch-size $GLOBAL_BATCH_SIZE \
       --train-iters $TRAIN_STEPS \
       --lr $LR \
       --lr-decay-style cosine \
       --min-lr $MIN_LR \
       --lr-warmup-iters $LR_WARMUP_STEPS \
       --bf16
