"""Whole files as tools really leave them, each with a .expected.json beside it that tells the series which are in it.

TensorBoard's events are by torch.utils.tensorboard and tensorboardX, trainer_state.json by transformers, metrics.csv by
Lightning. W&B keeps its history on its servers: the rows are of a real run, in the shapes that its documentation has
for an exported chart, `run.history()` and `run.scan_history()`.
"""

import csv
import io
import json
import math
import sys

import samplesOfTools
from sampleFiles import Samples, ran


def plain_csv(samples):
    rows = ran("warmupCosine", 600, 0.01)[::10]
    lines = ["step,epoch,loss,lr"]
    lines += [f"{step},{step // 60},{loss:.4f},{rates[0]:.6g}" for step, rates, loss in rows]
    samples.text("loop.csv", "\n".join(lines) + "\n")
    rates = [float(f"{rates[0]:.6g}") for _, rates, _ in rows]
    samples.tell("loop.csv", "csv", ("lr", "lr", None, "update", [row[0] for row in rows], rates))


def broken_csv(samples):
    """NaN rows, a resumed run that goes back, and a last line that was cut off in the middle of a number."""
    rows = ran("warmupLinear", 500, 0.05)
    order = [*range(0, 300, 10), *range(250, 500, 10)]
    lines, steps, rates = ["step;loss;learning_rate"], [], []
    for index, step in enumerate(order):
        rate = rows[step][1][0]
        if index % 9 == 4:
            rate = math.nan
        lines.append(f"{step};{rows[step][2]:.4f};{rate:.8f}")
        steps.append(step)
        rates.append(float(f"{rate:.8f}"))
    samples.text("resumed.csv", "\n".join(lines)[:-13])
    series = ("learning_rate", "lr", None, "update", steps[:-1], rates[:-1])
    samples.tell("resumed.csv", "csv", series, truncated=True)


def groups_csv(samples):
    rows = ran("warmupLinear", 400, 0.01, 0.001)[::5]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["global_step", "lr/group0", "lr/group1", "loss", "note"])
    for step, rates, loss in rows:
        writer.writerow([step, *rates, loss, 'warming, "slowly"' if step < 40 else ""])
    # As spreadsheets save it: with a byte order mark.
    (samples.folder / "groups.csv").write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    steps = [row[0] for row in rows]
    series = [(f"lr/group{g}", "lr", g, "update", steps, [row[1][g] for row in rows]) for g in (0, 1)]
    samples.tell("groups.csv", "csv", *series)


def tab_separated(samples):
    rows = ran("exponential", 90, 0.1)
    samples.text("epochs.tsv", "epoch\tlr\tacc\n" + "".join(f"{e}\t{r[0]:.5e}\t{e / 90:.3f}\n" for e, r, _ in rows))
    rates = [float(f"{r[0]:.5e}") for _, r, _ in rows]
    samples.tell("epochs.tsv", "csv", ("lr", "lr", None, "epoch", range(90), rates))


def json_lines(samples):
    """Training and evaluation rows in turn, as loops print them; the last line is cut off."""
    rows = ran("wsd", 1000, 0.003)[::20]
    lines = []
    for step, rates, loss in rows:
        lines.append(json.dumps({"step": step, "train": {"loss": loss, "lr": rates[0]}, "time": step * 0.37}))
        if step % 100 == 0:
            lines.append(json.dumps({"step": step, "eval": {"loss": loss * 1.1, "acc": math.nan}}))
    samples.text("nested.jsonl", "\n".join(lines)[:-20])
    steps, rates = [row[0] for row in rows][:-1], [row[1][0] for row in rows][:-1]
    samples.tell("nested.jsonl", "jsonl", ("train.lr", "lr", None, "update", steps, rates), truncated=True)
    rows = ran("oneCycle", 300, 0.1)[::4]
    text = "".join(json.dumps({"epoch": s // 30, "iter": s, "lr": r[0], "loss": l}) + "\n" for s, r, l in rows)
    samples.text("flat.jsonl", text)
    series = ("lr", "lr", None, "update", [row[0] for row in rows], [row[1][0] for row in rows])
    samples.tell("flat.jsonl", "jsonl", series)


def json_records(samples):
    rows = ran("cosine", 240, 0.02)[::3]
    records = [{"step": step, "lr": rates[0], "loss": loss} for step, rates, loss in rows]
    samples.text("records.json", json.dumps(records, indent=1))
    steps, rates = [row[0] for row in rows], [row[1][0] for row in rows]
    samples.tell("records.json", "json", ("lr", "lr", None, "update", steps, rates))


def weights_and_biases(samples):
    rows = ran("warmupCosine", 800, 0.0003)[::10]
    steps, rates = [row[0] for row in rows], [row[1][0] for row in rows]
    # A chart that was exported: quoted, and the least and largest of what a point stands for beside it.
    name = "eager-sunset-12 - train/learning_rate"
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(["Step", name, f"{name}__MIN", f"{name}__MAX"])
    for step, rate in zip(steps, rates):
        writer.writerow([step, rate, rate, rate])
    samples.text("wandb.chart.csv", out.getvalue())
    samples.tell("wandb.chart.csv", "csv", (name, "lr", None, "update", steps, rates))
    # run.history().to_csv(): the frame's index has no name; evaluation has rows of its own without a rate. The Trainer
    # logs its own count of updates beside _step, which counts calls of wandb.log.
    header = [
        "",
        "_step",
        "_runtime",
        "_timestamp",
        "train/global_step",
        "train/loss",
        "train/learning_rate",
        "eval/loss",
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    history, number = [], 0
    for step, rates_, loss in rows:
        history.append((number, step, loss, rates_[0], None))
        number += 1
        if step % 100 == 90:
            history.append((number, step, None, None, loss * 1.1))
            number += 1
    for index, (number, step, loss, rate, evaluation) in enumerate(history):
        cells = [index, number, round(12.5 + number * 0.31, 4), 1.7e9 + number, step, loss, rate, evaluation]
        writer.writerow(["" if cell is None else cell for cell in cells])
    samples.text("wandb.history.csv", out.getvalue())
    samples.tell("wandb.history.csv", "csv", ("train/learning_rate", "lr", None, "update", steps, rates))
    # run.scan_history(), a line for each row: what was not logged is null.
    lines = [
        json.dumps(
            {
                "_step": number,
                "_runtime": round(12.5 + number * 0.31, 4),
                "train/global_step": step,
                "train/loss": loss,
                "train/learning_rate": rate,
                "eval/loss": evaluation,
            }
        )
        for number, step, loss, rate, evaluation in history
    ]
    samples.text("wandb.history.jsonl", "\n".join(lines) + "\n")
    samples.tell("wandb.history.jsonl", "jsonl", ("train/learning_rate", "lr", None, "update", steps, rates))
    # Without a count of its own: _step is all that there is.
    samples.text("wandb.records.json", json.dumps([{"_step": s, "lr": r} for s, r in zip(steps, rates)]))
    samples.tell("wandb.records.json", "json", ("lr", "lr", None, "update", steps, rates))


def main(folder):
    samples = Samples(folder)
    for write in (
        plain_csv,
        broken_csv,
        groups_csv,
        tab_separated,
        json_lines,
        json_records,
        weights_and_biases,
        samplesOfTools.trainer_state,
        samplesOfTools.printed,
        samplesOfTools.lightning_csv,
        samplesOfTools.tensorboard,
    ):
        write(samples)


if __name__ == "__main__":
    main(sys.argv[1])
