fairseq-train data-bin \
    --max-update 2400000 \
    --optimizer adam \
    --lr-scheduler reduce_lr_on_plateau \
    --lr-shrink 0.5 \
    --lr 0.0001 \
    --stop-min-lr 1e-09
