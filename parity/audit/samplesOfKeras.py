"""Keras' CSVLogger and History, really written; see samples.py."""

import json
import sys
from pathlib import Path

from kerasRun import compiled, fit, keras


def main(folder):
    folder = Path(folder)
    keras.utils.set_random_seed(1)
    file = folder / "keras.csv"
    file.unlink(missing_ok=True)
    rate = keras.callbacks.LearningRateScheduler(
        lambda epoch: 0.05 * (epoch + 1) / 5 if epoch < 5 else 0.05 * 0.9 ** (epoch - 5)
    )
    history = fit(compiled(0.05), 30, 4, [rate, keras.callbacks.CSVLogger(str(file))])
    Path(folder, "keras.history.json").write_text(json.dumps(history))
    rates = [float(rate) for rate in history["learning_rate"]]
    series = {"name": "learning_rate", "key": "lr", "steps": list(range(30)), "rates": rates}
    csv = {"format": "csv", "series": [{**series, "clock": "epoch"}]}
    Path(folder, "keras.csv.expected.json").write_text(json.dumps(csv, separators=(",", ":")) + "\n")
    # History has no epochs: its rows are counted.
    told = {"format": "json", "series": [{**series, "clock": "row"}]}
    Path(folder, "keras.history.json.expected.json").write_text(json.dumps(told, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
