import { read } from "/work/main/packages/readers/src/index.ts";
for (const t of ["fairseq-train data --lr 5e-4 --lr-scheduler inverse_sqrt --warmup-updates 4000 --warmup-init-lr 1e-7", "python train.py --sched cosine --lr 0.1 --epochs 100 --warmup-epochs 5 --warmup-lr 1e-6 --lr-cycle-mul 1", "python pretrain_gpt.py --lr 1e-4 --lr-decay-style cosine --train-iters 1000 --lr-warmup-fraction 0.1 --lr-wsd-decay-iters 100 --min-lr 1e-5 --lr-decay-iters 900", "python t.py --learning_rate 1e-4 --lr_scheduler_type cosine --max_steps 100 --warmup_fraction 0.1",
`import torch
opt = torch.optim.SGD(p, lr=0.1)
sched = torch.optim.lr_scheduler.StepLR(opt, 10)
sched.last_epoch = 5
opts = [torch.optim.SGD(p, lr=0.1), torch.optim.SGD(q, lr=0.2)]
ss = []
for o in opts:
    ss.append(torch.optim.lr_scheduler.StepLR(o, 30))
tt = [torch.optim.lr_scheduler.StepLR(o, 20) for o in opts]
uu = {k: torch.optim.lr_scheduler.StepLR(o, 20) for k, o in zip("ab", unknown)}
`]) {
  for (const r of read(t)) console.log(r.framework, r.name, JSON.stringify(r.program), JSON.stringify(r.run), JSON.stringify(r.needs.map(n=>n.name)), JSON.stringify(r.notes.map(n=>n.text)));
}
