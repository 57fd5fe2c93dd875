fairseq-train data-bin \
    --optimizer adam \
    --lr 0.001 \
    --lr-scheduler inverse_sqrt \
    --warmup-updates 4000 \
    --max-update 30000
