TOTAL_NUM_UPDATES=20000
WARMUP_UPDATES=500
LR=3e-05
fairseq-train data-bin \
    --lr-scheduler polynomial_decay \
    --lr $LR \
    --total-num-update $TOTAL_NUM_UPDATES \
    --warmup-updates $WARMUP_UPDATES
