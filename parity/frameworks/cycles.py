"""Which cycle an update falls in, exactly, where a framework asks a rounded logarithm."""

from fractions import Fraction


def cycle_of(update, first, times):
    """The cycle of `update`, when the first lasts `first` updates and each later one `times` (≥ 1) its predecessor."""
    cycle, length = 0, Fraction(first)
    end = length
    while update >= end:
        cycle, length = cycle + 1, length * Fraction(times)
        end += length
    return cycle


def by_logarithm(rounded, updates, first, times):
    """The fault of a case in which `rounded(update)` gives some of these updates another cycle than they fall in."""
    wrong = times != 1 and any(rounded(update) != cycle_of(update, first, times) for update in updates)
    return {"fault": "cycleByLogarithm"} if wrong else {}
