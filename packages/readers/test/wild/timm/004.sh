python -m torch.distributed.launch --nproc_per_node=8 main.py /data/imagenet \
    --sched step \
    --epochs 450 \
    --decay-epochs 2.4 \
    --decay-rate .973 \
    --opt rmsproptf \
    --warmup-lr 1e-6 \
    --lr .064 \
    --lr-noise 0.42 0.9
