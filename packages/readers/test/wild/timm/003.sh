python -m torch.distributed.launch --nproc_per_node=8 main.py /data/imagenet \
    --lr 4e-3 \
    --epochs 800 \
    --weight-decay 0.05 \
    --sched cosine \
    --warmup-epochs 5 \
    --opt fusedlamb \
    --warmup-lr 1e-6
