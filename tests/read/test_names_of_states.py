"""Names of states and places in running text: `[words|kind:CODE]` marks what must be found, and nothing else may be."""

import re

import pytest

from dragoman.read.names import find_names

MARK = re.compile(r"\[([^|\]]+)\|(\w+):(\w+)\]")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "[Sino|demonym:CHN]-[Indian|demonym:IND] trade grew in the Indo-Pacific."),
        ("en", "Anti-Norway leaflets were found in [Gdansk|place:POL]."),
        ("en", "The [Kenya|state:KEN]-[Somalia|state:SOM] border is closed."),
        ("en", "Nice weather met the guests in [Nice|place:FRA]."),
        ("en", "Aid to [Kyiv|state:UKR] arrived from [Oslo|place:NOR]."),
        ("en", "[Zaire|state:COD] and [Austria-Hungary|state:AUH] are no more."),
        ("en", "The [Ottoman|demonym:TUR] envoy left [Saint Petersburg|place:RUS]."),
        ("en", "[NORWAY|state:NOR] and [PERUVIAN|demonym:PER] officials left the FAIR and the RIM."),
        ("en", "[Peru|state:PER] lent [Chile|state:CHL] $5 million, 3 million US dollars and 2 million in Kenyan shillings."),
        ("ru", "[Перу|state:PER] заняла 5 млн долларов США."),
        ("ru", "Премьер [Черногории|state:MNE] прибыл в [Шанхай|place:CHN]."),
        ("ru", "[Пекин|state:CHN] и [Уругвай|state:URY] подписали договор."),
        ("ru", "Санкт лишили премии, санкции остались."),
        ("ru", "Учения в Индийском океане завершены, [индийские|demonym:IND] корабли ушли в [Коломбо|place:LKA]."),
        ("ru", "Самолёт сел в [Ростове-на-Дону|place:RUS]."),
        ("ru", "[ДР Конго|state:COD] отозвала посла из [Кигали|place:RWA]."),
        ("ko", "[한|state:KOR]·[미|state:USA] 정상은 [부산|place:KOR]에서 만났다."),
        ("ko", "[한|state:KOR]-[베트남|state:VNM] 외교장관이 통화했다."),
        ("ko", "[한|state:KOR][중|state:CHN][일|state:JPN] 협력은 수단이 아니라 목적이다."),
        ("ko", "중남미 국가는 인도적 지원을 요청했다."),
        ("ko", "빈 의자가 놓인 [빈|place:AUT]에서 회의가 열렸다."),
    ],
)
def test_names_in_running_text(language: str, marked: str) -> None:
    expected = [(match[1], match[2], match[3]) for match in MARK.finditer(marked)]
    text = MARK.sub(lambda match: match[1], marked)
    found = sorted(find_names(text, language, 0), key=lambda mention: mention.span.start)
    assert [(m.text, m.kind, m.actor.country if m.actor else None) for m in found] == expected
