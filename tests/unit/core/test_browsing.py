"""The form in which names are searched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.browsing import search_key, search_words, searched_text


def test_case_accents_and_width_make_no_difference() -> None:
    assert search_key("THÉO \uff2dazuréac") == search_key("théo mazureac") == "theo mazureac"
    assert search_words("  Zoë\u00a0\tŠtefan ") == ("zoe", "stefan")
    assert search_words("") == ()


@given(st.text(), st.text())
def test_every_word_of_a_name_or_id_is_found_in_the_searched_text(external_id: str, name: str) -> None:
    text = searched_text(external_id, name)
    assert all(word in text for word in (*search_words(external_id), *search_words(name)))
