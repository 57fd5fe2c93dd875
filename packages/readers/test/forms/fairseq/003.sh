PEAK_LR=0.0005
TOTAL_UPDATES=250000
WARMUP_UPDATES=10000
fairseq-train $DATA --task masked_lm --arch roberta_base \
    --lr-scheduler polynomial_decay --lr $PEAK_LR --warmup-updates $WARMUP_UPDATES --total-num-update $TOTAL_UPDATES \
    --max-update $TOTAL_UPDATES
