"""Trains the weights of one language: the same seed and data give the same weights, and a run that was cut off goes on where it stood.

usage: python -m training.train LANGUAGE SETTINGS.cfg CORPUS OUT [--steps N] [--rate R] [--start FOLDER]

CORPUS holds train.spacy and dev.spacy; OUT gets `best`, the averaged weights with the best score on dev.spacy, and `last`, from which a second
call goes on. The rate of learning rises for `WARM_STEPS` steps and then falls to nothing at the last one: the last steps are worth most.
With --start every part whose labels and shape are the same begins with the weights of an earlier run.
"""

import argparse
import pickle
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path

from spacy import util
from spacy.language import Language
from spacy.schemas import ConfigSchemaTraining
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.training.initialize import init_nlp
from spacy.util import registry
from thinc.api import NumpyOps, Optimizer, fix_random_seed, set_current_ops

WARM_STEPS = 250
TOLERANCE = 0.2
KEPT = ("mom1", "mom2", "averages", "nr_update", "last_seen")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is made of: how many steps, the highest rate of learning, words in a batch, the share of activations dropped, the seed."""

    n_steps: int
    rate: float
    n_words: int
    dropout: float
    n_between: int
    seed: int

    def find_rate(self, step: int) -> float:
        """The rate of learning at a step."""
        return self.rate * min((step + 1) / WARM_STEPS, max(0.0, (self.n_steps - step) / max(1, self.n_steps - WARM_STEPS)))


def read_batches(examples: Sequence[Example], plan: Plan) -> Iterator[list[Example]]:
    """Batches without end, every round through the texts in another order."""
    order = list(examples)
    for turn in range(sys.maxsize):
        random.Random(plan.seed + turn).shuffle(order)
        yield from minibatch_by_words(order, size=plan.n_words, tolerance=TOLERANCE)


def save(folder: Path, nlp: Language, optimizer: Optimizer, step: int, best: float) -> None:
    """Everything that a later call needs to go on after `step`."""
    nlp.to_disk(folder)
    state = {name: getattr(optimizer, name) for name in KEPT} | {"step": step, "best": best}
    partial = folder / "state.partial"
    partial.write_bytes(pickle.dumps(state))
    partial.rename(folder / "state.pickle")


def restore(folder: Path, nlp: Language, optimizer: Optimizer) -> tuple[int, float]:
    """Puts back what `save` left; returns the next step and the best score so far."""
    place = folder / "state.pickle"
    if not place.exists():
        return 0, 0.0
    state = pickle.loads(place.read_bytes())
    nlp.from_disk(folder)
    for name in KEPT:
        setattr(optimizer, name, state[name])
    print(f"goes on after step {state['step']:,}", flush=True)
    return state["step"] + 1, state["best"]


def learn(nlp: Language, batch: list[Example], optimizer: Optimizer, plan: Plan, step: int) -> None:
    """One step."""
    random.seed(plan.seed + step)
    optimizer.learn_rate = plan.find_rate(step)
    nlp.update(batch, drop=plan.dropout, sgd=False, losses={})  # type: ignore[arg-type]  # as spaCy's own loop does: no step before all have learnt
    for _, component in nlp.pipeline:
        component.finish_update(optimizer)  # type: ignore[attr-defined]  # every component here can learn


def run(nlp: Language, corpora: tuple[list[Example], list[Example]], optimizer: Optimizer, plan: Plan, out: Path) -> None:
    """The whole training."""
    first, best = restore(out / "last", nlp, optimizer)
    started, n_words = time.perf_counter(), 0
    for step, batch in islice(enumerate(read_batches(corpora[0], plan)), first, plan.n_steps):
        learn(nlp, batch, optimizer, plan, step)
        n_words += sum(len(example) for example in batch)
        if (step + 1) % plan.n_between and step + 1 != plan.n_steps:
            continue
        with nlp.use_params(optimizer.averages):
            scores = nlp.evaluate(corpora[1])
            row = {name: scores[name] for name in ("tag_acc", "pos_acc", "morph_acc", "dep_uas", "dep_las", "sents_f", "ents_f") if scores.get(name)}
            value = sum(row.get(name, 0.0) for name in ("dep_las", "ents_f")) + row.get("pos_acc", 0.0)
            if value > best:
                best = value
                nlp.to_disk(out / "best")
        took = time.perf_counter() - started
        told = "  ".join(f"{name} {100 * value:.2f}" for name, value in row.items())
        print(f"step {step + 1:,}  rate {optimizer.learn_rate:.6f}  {n_words / took:,.0f} words/s  {took / 60:.1f} min  {told}", flush=True)
        save(out / "last", nlp, optimizer, step, best)


def take_over(nlp: Language, folder: Path) -> None:
    """Gives each part the weights of the same part of an earlier run, where labels and shape are the same."""
    earlier = util.load_model(folder)
    for name, component in nlp.pipeline:
        if name not in earlier.pipe_names:
            continue
        fresh = component.model.to_bytes()  # type: ignore[attr-defined]  # every component here can learn
        try:
            component.model.from_bytes(earlier.get_pipe(name).model.to_bytes())  # type: ignore[attr-defined]
        except ValueError:
            component.model.from_bytes(fresh)  # type: ignore[attr-defined]
            print(f"{name} begins anew: its shape is another", flush=True)


def main() -> int:
    """Train until the last step."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("language", choices=["en", "ko", "ru"])
    parser.add_argument("settings", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--rate", type=float)
    parser.add_argument("--start", type=Path)
    asked = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    import_module(f"dragoman.read.lang.{asked.language}.pipeline")  # puts its tokenizer where the settings look for it
    places = {"paths.train": str(asked.corpus / "train.spacy"), "paths.dev": str(asked.corpus / "dev.spacy")}
    settings = util.load_config(asked.settings, overrides=places, interpolate=False)
    nlp = init_nlp(settings)
    if asked.start:
        take_over(nlp, asked.start)
    whole = nlp.config.interpolate()
    corpora = registry.resolve({"corpora": whole["corpora"]})["corpora"]
    training = registry.resolve(whole["training"], schema=ConfigSchemaTraining)
    numbers = whole["training"]
    plan = Plan(
        asked.steps or numbers["max_steps"],
        asked.rate or numbers["optimizer"]["learn_rate"],
        int(numbers["batcher"]["size"]["rate"]),
        numbers["dropout"],
        numbers["eval_frequency"],
        numbers["seed"],
    )
    asked.out.mkdir(parents=True, exist_ok=True)
    fix_random_seed(plan.seed)
    print(plan, flush=True)
    texts = (list(corpora["train"](nlp)), list(corpora["dev"](nlp)))
    run(nlp, texts, training["optimizer"], plan, asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
