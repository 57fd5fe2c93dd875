export CUDA_VISIBLE_DEVICES=1
fairseq-train data \
    --optimizer adam \
    --lr 5e-4 --lr-scheduler inverse_sqrt --warmup-updates 4000 \
    --max-tokens 12000 \
    --max-epoch 20
