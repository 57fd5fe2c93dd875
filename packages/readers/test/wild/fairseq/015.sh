#!/usr/bin/env bash
fairseq-train \
--user-dir ../../graphormer \
--ddp-backend=legacy_ddp \
--task graph_prediction \
--criterion l1_loss \
--arch graphormer_base \
--optimizer adam --adam-betas '(0.9, 0.999)' --adam-eps 1e-8 --clip-norm 5.0 --weight-decay 0.0 \
--lr-scheduler polynomial_decay --power 1 --warmup-updates 60000 --total-num-update 1000000 \
--lr 2e-4 --end-learning-rate 1e-9 \
--batch-size 64 \
--fp16 \
--max-epoch 300 \
--save-dir ./ckpts
