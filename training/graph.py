"""The network of a language, trained with PyTorch: parts of speech, features, sentence starts, heads, relations and names from one network.

usage: python -m training.graph LANGUAGE CORPUS OUT [--steps N] [--rate R] [--names]

CORPUS holds train.spacy and dev.spacy; OUT gets `graph.npz`, the averaged weights with the best score on dev.spacy, from which
`training/ship.py` makes what the package reads, and `last.pt`, from which a second call goes on. The same seed and data give the same weights.
Deep biaffine attention over a bidirectional LSTM (Dozat and Manning 2017), here over runs of several sentences, whose starts it learns too.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.tokens import Doc, DocBin, Token
from spacy.vocab import Vocab
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, dropout, leaky_relu

from dragoman.read.lang.encoder import Array, Encoder, Lengths
from dragoman.read.lang.graph import APART, BUCKETS, KINDS, Lexicon, Network, Settings, save_weights
from dragoman.read.lang.graph_read import OUTSIDE, find_names, parse_run

SEED = 5
SIZES: dict[str, Any] = {"word": 100, "pieces": 100, "hidden": 200, "layers": 3, "arc": 256, "relation": 64, "tag": 100}
DROPOUT = 0.33
UNKNOWN_SHARE = 0.2
WORDS_A_BATCH = 2000
LONGEST = 50
"""Words of a run that is learnt from; longer texts are cut where a sentence ends."""
WARM_STEPS = 200
LABELS = ("pos", "features", "relations")
DECAY = 0.999
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Some sentences: words, and for each word its part of speech, features, head (0 is the root, else place + 1), relation and whether it opens a sentence.

    Of a run that is not `treed` only the names were marked; a word of which nobody said whether it is part of a name has an empty one.
    """

    words: tuple[str, ...]
    pos: tuple[str, ...]
    features: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    opens: tuple[bool, ...]
    names: tuple[str, ...]
    treed: bool


def load_runs(path: Path, language: str) -> list[Run]:
    """The texts of a corpus that have trees or names, cut into runs; Korean words as Kiwi analyses them, texts that it cuts otherwise left out."""
    docs = [doc for doc in DocBin().from_disk(path).get_docs(Vocab()) if doc.has_annotation("DEP") or doc.has_annotation("ENT_IOB")]
    if language != "ko":
        return [run for doc in docs for run in cut_runs(doc, [token.text for token in doc])]
    korean = import_module("dragoman.read.lang.ko.pipeline")
    cut = korean.load_tokenizer()
    pairs = [(doc, cut(doc.text)) for doc in docs]
    kept = [(doc, analysed) for doc, analysed in pairs if [t.text for t in doc] == [t.text for t in analysed]]
    print(f"{path}: {len(kept):,} of {len(docs):,} texts cut as the treebank cuts them", flush=True)
    return [run for doc, analysed in kept for run in cut_runs(doc, [korean.spell(token) for token in analysed])]


def cut_runs(doc: Doc, words: Sequence[str]) -> Iterator[Run]:
    """Runs of whole sentences of at most `LONGEST` words (or one longer sentence); texts without trees in pieces of that size."""
    if not doc.has_annotation("DEP"):
        for first in range(0, len(doc), LONGEST):
            yield make_run(doc, words, first, min(first + LONGEST, len(doc)))
        return
    start = 0
    sents = list(doc.sents)
    for at, sent in enumerate(sents):
        last = at + 1 == len(sents)
        if last or sents[at + 1].end - start > LONGEST:
            yield make_run(doc, words, start, sent.end)
            start = sent.end


def make_run(doc: Doc, words: Sequence[str], start: int, stop: int) -> Run:
    """The words of a part of a text."""
    tokens = doc[start:stop]
    treed = doc.has_annotation("DEP")
    return Run(
        tuple(words[start:stop]),
        tuple(t.pos_ for t in tokens),
        tuple(str(t.morph) for t in tokens),
        tuple(0 if t.head.i == t.i else t.head.i - start + 1 for t in tokens),
        tuple("root" if t.head.i == t.i else t.dep_ for t in tokens),
        tuple(bool(t.is_sent_start) for t in tokens) if treed else (False,) * len(tokens),
        tuple(name_tag(t) for t in tokens),
        treed,
    )


def name_tag(token: Token) -> str:
    """The place of a word in a name, "B-PER", "I-PER" or "O"; empty where nobody looked, or where the kind of the name is unknown."""
    if token.ent_iob_ == "O":
        return OUTSIDE
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_iob_ and token.ent_type_ else ""


class Model(nn.Module):
    """The network; its parts carry the names that the exported arrays have."""

    def __init__(self, settings: Settings) -> None:
        """Sizes and labels from the settings."""
        super().__init__()
        self.settings = settings
        width = 2 * settings.hidden
        self.word = nn.Embedding(len(settings.words) + 1, settings.word)
        self.pieces = nn.EmbeddingBag(BUCKETS, settings.pieces, mode="sum")
        size = settings.word + settings.pieces
        self.ahead = nn.ModuleList(nn.LSTM(size if n == 0 else width, settings.hidden, batch_first=True) for n in range(settings.layers))
        self.back = nn.ModuleList(nn.LSTM(size if n == 0 else width, settings.hidden, batch_first=True) for n in range(settings.layers))
        self.arc_head, self.arc_dep = nn.Linear(width, settings.arc), nn.Linear(width, settings.arc)
        self.rel_head, self.rel_dep = nn.Linear(width, settings.relation), nn.Linear(width, settings.relation)
        self.tag = nn.Linear(width, settings.tag)
        if settings.names:
            self.name = nn.Linear(width, settings.tag)
        self.root = nn.Parameter(torch.zeros(width))
        self.arc = nn.Parameter(torch.zeros(settings.arc + 1, settings.arc))
        self.rel = nn.Parameter(torch.zeros(settings.relation + 1, len(settings.relations), settings.relation + 1))
        self.pos_out = nn.Linear(settings.tag, len(settings.pos))
        self.features_out = nn.Linear(settings.tag, len(settings.features))
        self.opens_out = nn.Linear(settings.tag, 2)
        if settings.names:
            self.names_out = nn.Linear(settings.tag, len(settings.names))
        for values, spread in ((self.word.weight, 0.1), (self.pieces.weight, 0.1), (self.arc, 0.01), (self.rel, 0.01)):
            nn.init.normal_(values, std=spread)

    def encode(self, words: Tensor, pieces: Tensor, lengths: Tensor) -> Tensor:
        """Vectors of `(runs, words, 2 * hidden)` from word numbers `(runs, words)` and numbers of pieces `(runs, words, KINDS)`."""
        runs, n, _ = pieces.shape
        parts = self.pieces(pieces.reshape(runs * n, -1)).reshape(runs, n, -1)
        return self.read(dropout(torch.cat([self.word(words), parts], -1), DROPOUT, self.training), lengths)

    def read(self, vectors: Tensor, lengths: Tensor) -> Tensor:
        """The LSTM: vectors of `(runs, words, 2 * hidden)` from those of the words by themselves."""
        n = vectors.shape[1]
        turned = torch.arange(n).unsqueeze(0)
        turned = torch.where(turned < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - turned, turned).unsqueeze(-1)
        for ahead, back in zip(self.ahead, self.back, strict=True):
            reverse = back(vectors.gather(1, turned.expand(-1, -1, vectors.shape[-1])))[0]
            reverse = reverse.gather(1, turned.expand(-1, -1, reverse.shape[-1]))
            vectors = drop_same(torch.cat([ahead(vectors)[0], reverse], -1), DROPOUT, training=self.training)
        return vectors

    def loss(self, batch: "Batch") -> Tensor:
        """What is wrong with a batch, over all six tasks."""
        vectors = self.encode(batch.words, batch.pieces, batch.lengths)
        total = vectors.new_zeros(())
        if bool((batch.names >= 0).any()):
            named = drop_same(leaky_relu(self.name(vectors), 0.1), DROPOUT, training=self.training)[batch.mask]
            total = total + cross_entropy(self.names_out(named), batch.names, ignore_index=-1)
        if not bool(batch.treed.any()):
            return total
        mask = batch.mask & batch.treed.unsqueeze(1)
        tags = drop_same(leaky_relu(self.tag(vectors), 0.1), DROPOUT, training=self.training)[mask]
        total = total + cross_entropy(self.pos_out(tags), batch.pos) + cross_entropy(self.features_out(tags), batch.features)
        return total + cross_entropy(self.opens_out(tags), batch.opens) + self.loss_of_trees(vectors, mask, batch)

    def loss_of_trees(self, vectors: Tensor, mask: Tensor, batch: "Batch") -> Tensor:
        """What is wrong with heads and relations."""
        runs, n, _ = vectors.shape
        with_root = torch.cat([self.root.expand(runs, 1, -1), vectors], 1)
        arc_head = drop_same(leaky_relu(self.arc_head(with_root), 0.1), DROPOUT, training=self.training)
        arc_dep = drop_same(leaky_relu(self.arc_dep(vectors), 0.1), DROPOUT, training=self.training)
        scores = torch.cat([arc_dep, arc_dep.new_ones(runs, n, 1)], -1) @ self.arc @ arc_head.transpose(1, 2)
        scores = scores.masked_fill(~batch.allowed, -1e9)
        total = cross_entropy(scores[mask], batch.heads[mask])
        rel_head = drop_same(leaky_relu(self.rel_head(with_root), 0.1), DROPOUT, training=self.training)
        rel_dep = drop_same(leaky_relu(self.rel_dep(vectors), 0.1), DROPOUT, training=self.training)
        of_heads = rel_head.gather(1, batch.heads.unsqueeze(-1).expand(-1, -1, rel_head.shape[-1]))[mask]
        return total + cross_entropy(self.score_relations(rel_dep[mask], of_heads), batch.relations)

    def score_relations(self, deps: Tensor, heads: Tensor) -> Tensor:
        """Scores `(words, relations)` of words with their heads."""
        ones = deps.new_ones(deps.shape[0], 1)
        left = torch.cat([deps, ones], -1) @ self.rel.reshape(self.rel.shape[0], -1)
        right = torch.cat([heads, ones], -1)
        return (left.reshape(deps.shape[0], self.rel.shape[1], self.rel.shape[2]) * right.unsqueeze(1)).sum(-1)


def drop_same(vectors: Tensor, share: float, *, training: bool) -> Tensor:
    """Drops the same parts of all words of a run."""
    if not training:
        return vectors
    kept = torch.bernoulli(vectors.new_full((vectors.shape[0], 1, vectors.shape[2]), 1 - share)) / (1 - share)
    return vectors * kept


@dataclass(frozen=True, slots=True)
class Batch:
    """Runs side by side, padded: what goes in, what shall come out, which words are there and which heads they may have."""

    words: Tensor
    pieces: Tensor
    lengths: Tensor
    mask: Tensor
    allowed: Tensor
    heads: Tensor
    pos: Tensor
    features: Tensor
    relations: Tensor
    opens: Tensor
    names: Tensor
    treed: Tensor

    @staticmethod
    def of(runs: Sequence[Run], lexicon: Lexicon, chance: random.Random) -> "Batch":
        """The batch of some runs; some words are hidden, so that unknown ones are learnt."""
        settings = lexicon.settings
        longest = max(len(run.words) for run in runs)
        words = torch.zeros(len(runs), longest, dtype=torch.long)
        pieces = torch.zeros(len(runs), longest, KINDS, dtype=torch.long)
        mask = torch.zeros(len(runs), longest, dtype=torch.bool)
        heads = torch.zeros(len(runs), longest, dtype=torch.long)
        allowed = torch.zeros(len(runs), longest, longest + 1, dtype=torch.bool)
        allowed[:, :, 0] = True
        for place, run in enumerate(runs):
            rows = [lexicon.look_up(word) for word in run.words]
            n = len(rows)
            words[place, :n] = torch.tensor([0 if chance.random() < UNKNOWN_SHARE * 0.5 else row[0] for row in rows])
            pieces[place, :n] = torch.from_numpy(np.stack([row[1] for row in rows]))
            mask[place, :n] = True
            heads[place, :n] = torch.tensor(run.heads)
            sentence = torch.tensor(np.cumsum(run.opens))
            allowed[place, :n, 1 : n + 1] = sentence.unsqueeze(0) == sentence.unsqueeze(1)
        trees = [run for run in runs if run.treed]
        flat = lambda name, labels: torch.tensor([labels[value] for run in trees for value in getattr(run, name)], dtype=torch.long)  # noqa: E731
        pos, features, relations = (
            flat(name, {label: at for at, label in enumerate(labels)})
            for name, labels in (("pos", settings.pos), ("features", settings.features), ("relations", settings.relations))
        )
        opens = torch.tensor([int(value) for run in trees for value in run.opens], dtype=torch.long)
        marks = {label: at for at, label in enumerate(settings.names)}
        names = torch.tensor([marks.get(value, -1) for run in runs for value in run.names])
        treed = torch.tensor([run.treed for run in runs])
        return Batch(words, pieces, mask.sum(1), mask, allowed, heads, pos, features, relations, opens, names, treed)


def make_settings(runs: Sequence[Run]) -> Settings:
    """Vocabulary and labels of the runs that are learnt from."""
    words = Counter(word.partition(APART)[0].lower() for run in runs for word in run.words)
    known = tuple(sorted(word for word, count in words.items() if count >= FEWEST))
    labels: dict[str, Any] = {name: sort_labels(value for run in runs if run.treed for value in getattr(run, name)) for name in LABELS}
    return Settings(words=known, **labels, names=sort_labels(value for run in runs for value in run.names if value), **SIZES)


def sort_labels(values: Iterable[str]) -> tuple[str, ...]:
    """Each label once, in order."""
    return tuple(sorted(set(values)))


def read_batches(runs: Sequence[Run], first: int) -> Iterator[list[Run]]:
    """Batches without end, each of runs of about one length, every round in another order."""
    for turn in range(first, sys.maxsize):
        chance = random.Random(SEED + turn)
        order = sorted(runs, key=lambda run: len(run.words) + chance.random() * 8)
        batches: list[list[Run]] = [[]]
        for run in order:
            if batches[-1] and (len(batches[-1]) + 1) * len(run.words) > WORDS_A_BATCH:
                batches.append([])
            batches[-1].append(run)
        chance.shuffle(batches)
        yield from batches


def export(model: Model, averages: dict[str, Tensor]) -> Network:
    """A network of the averaged weights, whose LSTM PyTorch runs."""
    averaged = Model(model.settings)
    averaged.load_state_dict(averages)
    averaged.eval()
    return Network(model.settings, {name: value.numpy().astype(np.float32) for name, value in averages.items()}, wrap(averaged))


def wrap(model: Model) -> Encoder:
    """The LSTM of a model as a network asks for it."""

    def run(vectors: Array, lengths: Lengths) -> Array:
        with torch.no_grad():
            found: Array = model.read(torch.from_numpy(vectors).transpose(0, 1), torch.from_numpy(lengths).long()).transpose(0, 1).numpy()
        return found

    return run


def score(network: Network, runs: Sequence[Run]) -> dict[str, float]:
    """Shares right on the words of some runs: parts of speech, features, heads, heads with relations (subtypes left out); F1 of sentence starts and names."""
    right = Counter[str]()
    total = given = wanted = 0
    parsed = parse_run(network, [run.words for run in runs], [None] * len(runs))
    found_names, told_names = set[tuple[int, int, int, str]](), set[tuple[int, int, int, str]]()
    for number, (run, found) in enumerate(zip(runs, parsed, strict=True)):
        if all(run.names):
            found_names |= {(number, *name) for name in find_names(found.names)}
            told_names |= {(number, *name) for name in find_names(run.names)}
        if not run.treed:
            continue
        for at in range(len(run.words)):
            head = run.heads[at] - 1 if run.heads[at] else at
            same = found.heads[at] == head
            right["pos"] += found.pos[at] == run.pos[at]
            right["features"] += found.features[at] == run.features[at]
            right["uas"] += same
            right["las"] += same and found.relations[at].partition(":")[0] == run.relations[at].partition(":")[0]
            right["opens"] += found.opens[at] and run.opens[at]
        total += len(run.words)
        given, wanted = given + sum(found.opens), wanted + sum(run.opens)
    shares = {name: right[name] / total for name in ("pos", "features", "uas", "las")}
    names = 2 * len(found_names & told_names) / max(1, len(found_names) + len(told_names))
    return {**shares, "sentences": 2 * right["opens"] / max(1, given + wanted), "names": names}


def main() -> int:
    """Train until the last step."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("language", choices=["en", "ko"])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--rate", type=float, default=0.003)
    parser.add_argument("--between", type=int, default=300)
    parser.add_argument("--names", action="store_true", help="learn names, too")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    train, dev = (load_runs(asked.corpus / name, asked.language) for name in ("train.spacy", "dev.spacy"))
    if not asked.names:
        train, dev = ([replace(run, names=("",) * len(run.words)) for run in runs if run.treed] for runs in (train, dev))
    run(train, dev, asked)
    return 0


class Lesson:
    """A model that learns, with its averaged weights and where it stands."""

    def __init__(self, model: Model, plan: argparse.Namespace) -> None:
        """From the beginning, or from where a run with the same folder stopped."""
        self.model, self.plan = model, plan
        self.optimizer = torch.optim.Adam(model.parameters(), lr=plan.rate, betas=(0.9, 0.95))
        self.averages = {name: value.detach().clone() for name, value in model.state_dict().items()}
        self.step, self.best = 0, 0.0
        if (plan.out / "last.pt").exists():
            kept = torch.load(plan.out / "last.pt", weights_only=True)
            model.load_state_dict(kept["model"])
            self.optimizer.load_state_dict(kept["optimizer"])
            self.averages, self.step, self.best = kept["averages"], kept["step"], kept["best"]

    def learn(self, batch: Batch) -> float:
        """One step; how wrong the model was."""
        left = (self.plan.steps - self.step) / max(1, self.plan.steps - WARM_STEPS)
        for group in self.optimizer.param_groups:
            group["lr"] = self.plan.rate * min((self.step + 1) / WARM_STEPS, left)
        self.model.train()
        loss = self.model.loss(batch)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        self.optimizer.step()
        decay = min(DECAY, (self.step + 1) / (self.step + 10))
        for name, value in self.model.state_dict().items():
            self.averages[name].mul_(decay).add_(value.detach(), alpha=1 - decay)
        self.step += 1
        return float(loss.item())

    def keep(self, dev: Sequence[Run]) -> dict[str, float]:
        """Scores the averaged weights, keeps them if they are the best, and keeps where the run stands."""
        network = export(self.model, self.averages)
        row = score(network, dev)
        if row["las"] > self.best:
            self.best = row["las"]
            save_weights(network.settings, network.weights, self.plan.out / "graph.npz")
        kept = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "averages": self.averages}
        torch.save({**kept, "step": self.step, "best": self.best}, self.plan.out / "last.pt")
        return row


def run(train: list[Run], dev: list[Run], plan: argparse.Namespace) -> None:
    """All steps; the averaged weights are scored and kept now and then."""
    settings = make_settings(train)
    lexicon, model = Lexicon(settings), Model(settings)
    lesson = Lesson(model, plan)
    n_weights = sum(value.numel() for value in model.parameters())
    print(f"{len(train):,} runs, {len(settings.words):,} words, {n_weights:,} weights; from step {lesson.step:,}", flush=True)
    started, n_words, chance = time.perf_counter(), 0, random.Random(SEED + lesson.step)
    for runs in read_batches(train, lesson.step):
        if lesson.step >= plan.steps:
            break
        loss = lesson.learn(Batch.of(runs, lexicon, chance))
        n_words += sum(len(each.words) for each in runs)
        if lesson.step % plan.between == 0 or lesson.step == plan.steps:
            told = "  ".join(f"{name} {100 * value:.2f}" for name, value in lesson.keep(dev).items())
            took = time.perf_counter() - started
            print(f"step {lesson.step:,}  loss {loss:.3f}  {n_words / took:,.0f} words/s  {took / 60:.1f} min  {told}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
