"""Korean words before what is reported that tell only when, where and at which deed it was said: "10일 기자회견에서", "오슬로를 찾아"."""

import re
from functools import cache

from dragoman.read.speech import load_speech

DAY = r"(?:(?:현지 ?시간|현지 ?시각|같은 날|지난) )?(?:\d{1,2}월 )?(?:\d{1,2}일|오늘|어제|이날|전날|같은 날)(?:\([^()]{1,12}\))?"
HOUR = r"(?:오전|오후|저녁|밤|새벽)(?: \d{1,2}시(?: \d{1,2}분)?(?:께|쯤)?)?"

PLAIN = "[^ \"“”'‘’,]"


@cache
def _lead() -> re.Pattern[str]:
    """A day, then an occasion or paper with its particle, or a deed of the speaker at which he spoke."""
    speech = load_speech("ko")
    occasion = "|".join(sorted({*speech.media, *speech.occasions, *speech.papers}, key=len, reverse=True))
    deed = "|".join(sorted(speech.deeds, key=len, reverse=True))
    told = rf"(?:{PLAIN}{{1,12}} ){{0,4}}?(?:{PLAIN}{{0,8}}(?:{occasion})(?:\([^()]{{1,20}}\))?(?:에서도?|[을를] (?:통해|내고?|갖고|열고)))"
    done = rf"(?:{PLAIN}{{1,12}} ){{0,5}}?{PLAIN}{{1,12}}(?:을|를|과|와|에게|에) (?:{deed})"
    return re.compile(rf"^(?:{DAY} (?:{HOUR} )?)?(?:이 자리에서|{told}|{done}),? (?=\S)")


def without_lead(words: str) -> str:
    """The words of an indirect Korean statement without such a lead; as they are where nothing would be left."""
    rest = _lead().sub("", words, count=1)
    return rest if len(rest) > len(words) // 5 else words
