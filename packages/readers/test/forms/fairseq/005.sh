fairseq-train data --lr 0.00003 --lr-scheduler tri_stage --phase-ratio '[0.1, 0.4, 0.5]' --final-lr-scale 0.05 --max-update 80000
