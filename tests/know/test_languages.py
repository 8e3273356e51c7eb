"""Languages by name."""

from dragoman.know.languages import name_language


def test_a_language_has_its_english_name_and_an_unknown_one_its_code():
    assert [name_language(code) for code in ("ru", "ko", "xx")] == ["Russian", "Korean", "xx"]
