"""Author, outlet and address of pages that are nothing but lines."""

from pathlib import Path

import pytest

from dragoman.archive.documents import load_document

STORY = "Norway and Turkey signed a treaty on fishing in Oslo on Monday, the ministry of foreign affairs said in a statement.\n"
RUSSIAN = "Норвегия и Турция подписали договор о рыболовстве, сообщило министерство иностранных дел в понедельник.\n"
KOREAN = "노르웨이와 튀르키예가 오슬로에서 어업 협정에 서명했다고 외교부가 5일 밝혔다.\n"


@pytest.mark.parametrize(
    ("page", "author", "outlet", "url"),
    [
        (f"Norway and Turkey sign\nBy Jane Roe\n\n{STORY}", "Jane Roe", None, None),
        (f"Norway and Turkey sign\n\n{STORY}\nAuthor - Ada Nygard, 18/04/2023\n© 2023 Fjord Daily. All rights reserved.\n", "Ada Nygard", "Fjord Daily", None),
        (f"OSLO, March 5 (Fjord News) – {STORY}", None, "Fjord News", None),
        (f"Норвегия и Турция договорились\nАвтор: Пётр Петров\n\n{RUSSIAN}", "Пётр Петров", None, None),
        (f"ОСЛО, 5 марта. /ФЬОРД/. {RUSSIAN}", None, "ФЬОРД", None),
        (f"Норвегия и Турция договорились\n\n{RUSSIAN}\nИсточник: Северная газета\n", None, "Северная газета", None),
        (f"노르웨이와 튀르키예 서명\n\n(오슬로=새벽통신) 홍길동 기자 = {KOREAN}", "홍길동", "새벽통신", None),
        (f"노르웨이와 튀르키예 서명\n홍길동 기자 gildong@example.kr\n\n{KOREAN}\nCopyright ⓒ 새벽일보. 무단전재 및 재배포 금지\n", "홍길동", "새벽일보", None),
        (f"Norway and Turkey sign\n\n{STORY}\nhttps://fjord.example/world/treaty-signed\n", None, None, "https://fjord.example/world/treaty-signed"),
        (STORY, None, None, None),
    ],
)
def test_lines_tell_author_outlet_and_address(tmp_path: Path, page: str, author: str | None, outlet: str | None, url: str | None) -> None:
    path = tmp_path / "page.txt"
    path.write_text(page, encoding="utf-8")
    document = load_document(path).document
    assert (document.author, document.outlet, document.url) == (author, outlet, url)
