LR=4.5e-06
python -O train.py ./data-bin/wiki \
--total-num-update 500000 \
--max-update 500000 \
--warmup-updates 10000 \
--task denoising \
--lr-scheduler polynomial_decay \
--lr $LR \
--update-freq 4
