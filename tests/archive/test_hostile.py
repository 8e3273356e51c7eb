"""Hostile and damaged input: one line that names the file and the reason, exit status 2, nothing written, within bounds."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.archive.documents import load_document, load_documents
from dragoman.archive.source import Archived
from dragoman.model import BadInput

STORY = "Norway and Turkey signed a treaty on fishing in Oslo on Monday, the ministry said."
RUSSIAN = "Министерство иностранных дел Норвегии вызвало посла Турции для консультаций в понедельник. " * 4
KOREAN = "외교부는 주한 노르웨이 대사를 초치해 항의했다고 밝혔다. 정부는 이날 협정에 서명했다. " * 4
CHINESE = "挪威外交部周一表示,挪威与土耳其在奥斯陆签署了渔业协定。双方将于秋季举行下一轮会谈。\n" * 5
TRADITIONAL = "挪威外交部週一表示,挪威與土耳其在奧斯陸簽署了漁業協定。雙方將於秋季舉行下一輪會談。\n" * 5
JAPANESE = "ノルウェー外務省は月曜日、トルコとオスロで漁業協定に署名したと発表した。\n" * 5
ARABIC = "وقالت وزارة الخارجية النرويجية إن النرويج وتركيا وقعتا اتفاقية في أوسلو يوم الاثنين.\n" * 5
TURKISH = "Dışişleri Bakanlığı, büyükelçiyi çağırdığını açıkladı. Görüşmeler önümüzdeki güz sürecek.\n" * 5
POLISH = "Ministerstwo spraw zagranicznych wezwało ambasadora. Rozmowy będą kontynuowane jesienią, poinformował rząd.\n" * 5
FRENCH = "Le ministère des affaires étrangères a convoqué l'ambassadeur. La France étudie la réponse.\n" * 5
ENTITIES = "".join(f'<!ENTITY {name} "{("&" + before + ";") * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
BOMB = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "AAAAAAAAAA">{ENTITIES}<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        (CHINESE, "gb18030", "zh"),
        (TRADITIONAL, "big5", "zh"),
        (JAPANESE, "shift_jis", "ja"),
        (JAPANESE, "euc_jp", "ja"),
        (ARABIC, "cp1256", "ar"),
        (TURKISH, "cp1254", "tr"),
        (POLISH, "cp1250", "pl"),
        (FRENCH, "cp1252", "fr"),
        (CHINESE, "utf-8", "zh"),
        (ARABIC, "utf-16", "ar"),
    ],
)
def test_encodings_of_languages_that_are_not_read_are_found(tmp_path: Path, text: str, encoding: str, language: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    document = load_document(path).document
    assert (document.text, document.language) == (text, language)


@pytest.mark.parametrize(
    ("text", "real", "declared"),
    [
        (RUSSIAN, "cp1251", "utf-8"),
        (RUSSIAN, "utf-8", "windows-1251"),
        (RUSSIAN, "koi8-r", "windows-1251"),
        (KOREAN, "cp949", "koi8-r"),
        (KOREAN, "utf-16", "euc-kr"),
    ],
)
def test_a_page_that_names_the_wrong_encoding_is_read_all_the_same(tmp_path: Path, text: str, real: str, declared: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'.encode(real))
    assert text.strip() in load_document(path).document.text


def test_entities_that_multiply_or_name_files_are_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xhtml"
    path.write_text(f"{BOMB}<html><body><p>&i;&x; {STORY}</p></body></html>", encoding="utf-8")
    document = load_document(path).document
    assert STORY in document.text
    assert len(document.text) < 2000
    assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in document.text


def write_hostile(folder: Path) -> list[Path]:
    """Files that no reader should go on with, each beside its reason."""
    bad = {
        "deep.html: nested": b"<html><body>" + b"<div><span>" * 100_000 + b"hello",
        "attributes.html: attributes": b"<html><body><p " + b" ".join(b'a%d="1"' % number for number in range(100_000)) + b">" + STORY.encode(),
        "nul.html: binary": b"<html><body><p>Norway said\x00 so.</p></body></html>",
        "noise.txt: binary": os.urandom(1 << 20),
        "noise.jsonl: binary": os.urandom(1 << 20),
        "noise.pdf: damaged": b"%PDF-1.4\n" + os.urandom(1 << 20),
        "noise.html: binary": b"<html>" + os.urandom(1 << 20),
        "empty.html: empty": b"",
        "bare.html: no text": b"<html><head><title>x</title></head><body><script>1</script></body></html>",
        "list.json: not JSON": b"[" * 100_000 + b"]" * 100_000,
        "nothing.json: no text": b'{"title": "Norway"}',
    }
    paths = []
    for name, raw in bad.items():
        path = folder / name.partition(":")[0]
        path.write_bytes(raw)
        paths.append(path)
    huge = folder / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    return [*paths, huge]


def test_each_bad_file_gives_its_reason_in_bounded_time(tmp_path: Path) -> None:
    for path in write_hostile(tmp_path):
        begun = time.process_time()
        with pytest.raises(BadInput) as caught:
            load_document(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert "\n" not in str(caught.value)
        assert time.process_time() - begun < 20, path


def test_a_folder_of_bad_files_keeps_the_good_one(tmp_path: Path) -> None:
    write_hostile(tmp_path)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    found = [row for row in load_documents(tmp_path) if isinstance(row, Archived)]
    assert [Path(row.document.file).name for row in found] == ["good.txt"]


def limit_memory() -> None:
    """At most 2 GiB of addresses for the process that reads."""
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


@pytest.mark.parametrize("verb", [["read", "--json"], ["zones", "--json"], ["add"]])
def test_the_command_line_says_one_line_and_writes_nothing(tmp_path: Path, verb: list[str]) -> None:
    path = tmp_path / "noise.txt"
    path.write_bytes(os.urandom(1 << 20))
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = [sys.executable, "-m", "dragoman.show.cli.app"]
    desk = tmp_path / "a.desk"
    if verb == ["add"]:
        subprocess.run([*program, "init", str(desk)], env=settings, check=True, capture_output=True)  # noqa: S603
        verb = ["add", "--desk", str(desk)]
    done = subprocess.run(  # noqa: S603
        [*program, verb[0], str(path), *verb[1:]],
        capture_output=True,
        text=True,
        check=False,
        env=settings,
        preexec_fn=limit_memory,
        timeout=120,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "noise.txt: binary data, not text" in done.stderr
    assert "Traceback" not in done.stderr
    if desk.exists():
        listed = subprocess.run([*program, "documents", "--desk", str(desk), "--json"], capture_output=True, text=True, check=False, env=settings)  # noqa: S603
        assert listed.stdout == ""
