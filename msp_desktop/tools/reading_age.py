"""How old a reader must be for a text, by the Flesch-Kincaid formula: long sentences and long words. No judgement.

It counts and does not understand: a text can be easy by it and still say nothing. British ages are grade plus five.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SENTENCE_END = re.compile(r"(?<=[.?!:;])\s+|\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[^aeiouy]le(?=s)|[^aeiouytd]ed|[^aeiouyscxz]es)$")
_HEARD_ING = re.compile(r"[aeiouy]ing$")

YOUNGEST = 5


def reading_age(texts: Iterable[str]) -> float:
    """The age in years at which a text reads easily; each text ends a sentence. YOUNGEST where there are no words.

    J. P. Kincaid and others (1975), Research Branch Report 8-75: 0.39 words a sentence, 11.8 syllables a word.
    """
    sentences = [words for text in texts for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    words = [word for each in sentences for word in each]
    if not words:
        return YOUNGEST
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(YOUNGEST, grade + 5)


def syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, without a silent ending."""
    plain = re.sub(r"['’].*", "", word.lower())
    heard = _SILENT.sub("", plain) if len(plain) > 3 else plain
    return max(1, len(_VOWELS.findall(heard)) + bool(_HEARD_ING.search(heard)))


def most_words(text: str) -> int:
    """How many words its longest sentence has."""
    return max(len(_WORD.findall(part)) for part in _SENTENCE_END.split(text))
