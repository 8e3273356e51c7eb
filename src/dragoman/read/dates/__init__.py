"""Expressions of time in running text: found by named rules, as intervals, or waiting for the time named before."""

from dragoman.read.dates.finder import find_dates
from dragoman.read.dates.resolver import resolve_times, with_tense

__all__ = ["find_dates", "resolve_times", "with_tense"]
