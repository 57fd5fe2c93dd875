fairseq-train data-bin \
    --lr 0.0002 \
    --lr-scheduler inverse_sqrt \
    --warmup-updates 4000 \
    --warmup-init-lr 1e-07 \
    --max-update 60000
