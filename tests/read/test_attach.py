"""Korean trees: each case is a sentence with `word>head:relation` for the words that matter."""

import pytest

from tests.read.marked import read_marked

CASES = [
    ("칠레와 페루는 협정에 서명했다.", "칠레와>페루는:conj 페루는>서명했다:nsubj 협정에>서명했다:obl"),
    ("총리는 하노이를 방문해 대통령과 회담했다.", "총리는>회담했다:nsubj 하노이를>방문해:obj 방문해>회담했다:conj 대통령과>회담했다:obl"),
    ("장관은 대사를 만났다고 외교부가 밝혔다.", "장관은>만났다고:nsubj 만났다고>밝혔다:ccomp 외교부가>밝혔다:nsubj"),
    ("외교부는 장관이 대사를 만났다고 밝혔다.", "외교부는>밝혔다:nsubj 장관이>만났다고:nsubj"),
    ("전문가들은 관계가 나아질 것이라고 전망했다.", "전문가들은>전망했다:nsubj 관계가>나아질:nsubj 것이라고>나아질:aux 나아질>전망했다:ccomp"),
    ("덴마크가 부과한 관세를 노르웨이가 비난했다.", "덴마크가>부과한:nsubj 부과한>관세를:acl:relcl 관세를>비난했다:obj 노르웨이가>비난했다:nsubj"),
    ("정부는 이집트에 대한 제재를 해제했다.", "이집트에>제재를:nmod 대한>이집트에:case 제재를>해제했다:obj"),
    ("양국은 노선을 재개하기로 했다.", "양국은>재개하기로:nsubj 했다>재개하기로:aux"),
    ("요르단은 회담을 열고 레바논은 성명을 냈다.", "요르단은>열고:nsubj 레바논은>냈다:nsubj"),
    ("방문 중인 장관은 오늘 출국한다.", "방문>중인:compound 중인>장관은:acl 오늘>출국한다:advmod"),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_particles_decide_the_tree(text: str, wanted: str) -> None:
    (sentence,) = read_marked(text, "ko")
    found = {f"{token.text}>{sentence.tokens[token.head].text}:{token.relation}" for token in sentence.tokens}
    assert set(wanted.split()) <= found
