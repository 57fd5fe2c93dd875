python -m torch.distributed.launch --nproc_per_node=8 main.py /data/imagenet \
    --sched cosine \
    --epochs 300 \
    --opt adamw \
    --warmup-lr 1e-6 \
    --warmup-epochs 5 \
    --lr 5e-4 \
    --min-lr 1e-6
