"""Names across scripts: spellings of one name agree, and like names of several people do not."""

import pytest

from dragoman.know.name_keys import find_keys, match_names, nearly_match

SAME = [
    ("한지민", "Han Ji-min"),
    ("한지민", "Хан Чжи Мин"),
    ("Han Ji-min", "Ji-min Han"),
    ("Pak Chŏng-su", "박정수"),
    ("Park Jung-soo", "Пак Чон Су"),
    ("Zhao Lihua", "Чжао Лихуа"),
    ("Иван Соколов", "Ivan Sokolov"),
    ("이반 소콜로프", "Ivan Sokolov"),
    ("Olena Kravchenko", "Олена Кравченко"),
    ("Emre Yıldız", "Эмре Йылдыз"),
    ("Cem Aydın", "Джем Айдын"),
    ("سامي حداد", "Sami Haddad"),
    ("James P. Okello", "James Okello"),
    ("韓智敏", "한지민"),
    ("韓智敏", "Han Ji-min"),
    ("韓智敏", "Хан Чжи Мин"),
    ("李世民", "이세민"),
    ("赵丽华", "Zhao Lihua"),
    ("趙麗華", "Чжао Лихуа"),
    ("자오리화", "Zhao Lihua"),
    ("Ts'ao Chih-chung", "Cao Zhizhong"),
    ("Chao Li-hua", "Zhao Lihua"),
    ("Đỗ Thị Hạnh", "До Тхи Хань"),
    ("Do Thi Hanh", "До Тхи Хань"),
    ("Huỳnh Văn Lộc", "Хуинь Ван Лок"),
    ("Mohammed Khaled", "Muhammad Khalid"),
    ("عمر يوسف", "Omar Youssef"),
    ("Uladzimir Azarau", "Владимир Азаров"),
    ("Аляксей Кавалеўскі", "Алексей Ковалевский"),
    ("Mykola Bondar", "Николай Бондарь"),
    ("Jun'ichi Matsuda", "Дзюнъити Мацуда"),
    ("마쓰다 준이치", "Junichi Matsuda"),
    ("Shōji Ōta", "Ота Сёдзи"),
]
DIFFERENT = [
    ("Han Ji-min", "Han Ji-min-a"),
    ("한지민", "한지은"),
    ("Park Jung-soo", "Park Jung-ho"),
    ("Zhao Lihua", "Zhao Liqun"),
    ("Ivan Sokolov", "Ivan Sokolenko"),
    ("Ivan Sokolov", "Igor Sokolov"),
    ("Maria Orlova", "Marina Orlova"),
    ("Li Keming", "Li Ming"),
    ("韓智敏", "한지은"),
    ("赵丽华", "Zhao Liming"),
    ("자오리화", "Zhao Liping"),
    ("Ts'ao Chih-chung", "Zao Zhizhong"),
    ("Đỗ Thị Hạnh", "До Тхи Хоа"),
    ("Hassan Khalil", "Hussein Khalil"),
    ("Omar Youssef", "Amr Youssef"),
    ("Uladzimir Azarau", "Михаил Азаров"),
    ("Valery Bondar", "Valeria Bondar"),
    ("Oleg Petrovich", "Oleg Petrevich"),
    ("Junichi Matsuda", "Shinji Matsuda"),
    ("마쓰다 준이치", "Shinichi Matsuda"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_agree(one, other):
    assert match_names(one, other)
    assert match_names(other, one)
    assert find_keys(one) & find_keys(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_like_names_do_not(one, other):
    assert not match_names(one, other)


def test_a_damaged_name_is_near_and_a_brother_too():
    assert nearly_match("Han Ji-min", "Han Ji-mun")
    assert not nearly_match("Han Ji-min", "Han Sok-chol")


def test_a_korean_name_with_one_sound_damaged_is_near_and_a_brother_with_another_syllable_is_not():
    assert nearly_match("Han Seok-jong", "Han Suk-jeon")
    assert not nearly_match("Han Jong-il", "Han Jong-un")
    assert not nearly_match("Han Jae-min", "Han Min-jae")


def test_a_name_that_is_written_in_one_word_is_the_same_and_found_by_its_key():
    assert match_names("Ali Reza Karimi", "Alireza Karimi")
    assert find_keys("Ali Reza Karimi") & find_keys("Alireza Karimi")
    assert not match_names("Ali Reza Karimi", "Ali Karimi Rezai")


@pytest.mark.parametrize(
    ("latin", "hangul"),
    [("Trần Văn Hậu", "쩐반허우"), ("Lê Thanh Bình", "레 타인 빈"), ("Vũ Quang Nhật", "부꽝녓"), ("Ngô Thị Chính", "응오티찐"), ("Pham Minh Duc", "팜민득")],
)
def test_a_vietnamese_name_is_known_in_hangul_by_its_syllables(latin, hangul):
    assert match_names(latin, hangul)
    assert find_keys(latin) & find_keys(hangul)


def test_another_vietnamese_name_in_hangul_is_not_the_same():
    assert not match_names("Trần Văn Hậu", "쩐반하이")
    assert not match_names("Lê Thanh Bình", "레타인즈엉")


@pytest.mark.parametrize(
    ("written", "spelled"),
    [("岸田文雄", "Fumio Kishida"), ("岸田文雄", "Фумио Кисида"), ("高市早苗", "다카이치 사나에"), ("石破茂", "Shigeru Ishiba")],
)
def test_a_japanese_name_in_han_characters_is_known_by_their_readings(written, spelled):
    assert match_names(written, spelled)
    assert find_keys(written) & find_keys(spelled)


@pytest.mark.parametrize(
    ("written", "spelled"),
    [("小泉進次郎", "Junichiro Koizumi"), ("河野太郎", "Taro Aso"), ("林芳正", "Hayashi Masako"), ("習近平", "Shinzo Abe")],
)
def test_han_characters_with_other_readings_are_another_name(written, spelled):
    assert not match_names(written, spelled)


@pytest.mark.parametrize(("latin", "hangul"), [("Ahmet Davutoğlu", "아흐메트 다우토을루"), ("Mehmet Erdoğan", "메흐메트 에르도안"), ("Ali Gül", "알리 귈")])
def test_hangul_leaves_out_what_turkish_swallows(latin, hangul):
    assert match_names(latin, hangul)
    assert find_keys(latin) & find_keys(hangul)


def test_an_l_and_an_r_at_the_end_of_a_name_are_told_apart_in_hangul():
    assert not match_names("Ali Gül", "알리 귀르")
    assert match_names("Ali Gür", "알리 귀르")
