"""Write ``reference/data/name_parts.txt``: given names and surnames of many countries, folded.

Source: the person lists of Faker 40 (MIT, github.com/joke2k/faker), all of its locales; names in Cyrillic and other
alphabets are also given in Latin letters by Unidecode. Run as

    uv run --no-project --with faker --with unidecode scripts/build_name_parts.py
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import faker.providers.person as people
from unidecode import unidecode

ROOT = Path(__file__).parents[1] / "src"
sys.path.insert(0, str(ROOT))

from civicspace.reference.fold import fold  # noqa: E402

TARGET = ROOT / "civicspace/reference/data/name_parts.txt"
SHORTEST = 2
# Scripts whose spelling does not tell how a name is said; Unidecode of them gives no name that anybody writes.
UNSAID = {"ar_AA", "ar_DZ", "ar_EG", "ar_PS", "ar_SA", "fa_IR", "he_IL", "ja_JP", "ko_KR", "th_TH", "zh_CN", "zh_TW",
          "hi_IN", "bn_BD", "gu_IN", "ne_NP", "or_IN", "ta_IN", "dv_MV", "te_IN", "my_MM"}  # fmt: skip
# Cyrillic as English-language reports write it, where Unidecode does otherwise: "Dmitry", "Tatyana", "Khasan".
ROMAN = str.maketrans({"я": "ya", "ю": "yu", "ё": "yo", "х": "kh", "ц": "ts", "щ": "shch", "ж": "zh", "ы": "y",
                       "ъ": "", "ь": "", "э": "e"})  # fmt: skip


def romanised(name: str) -> str:
    """A name in the Latin letters of reports; "й" is "y" except after "и" and "ы"."""
    word = name.lower()
    for ending in ("ий", "ый"):
        word = word.replace(ending, "y")
    return unidecode(word.replace("й", "y").translate(ROMAN))


def parts(names: Iterable[str], *, locale: str) -> set[str]:
    """Folded single words of names, in the script that they are in and in Latin letters."""
    found = set()
    for name in names:
        forms = {name} if locale in UNSAID else {name, unidecode(name), romanised(name)}
        for form in forms:
            word = fold(form)
            if word.isalpha() and len(word) >= SHORTEST and ord(max(word)) < 0x530:
                found.add(word)
    return found


def main() -> None:
    given: set[str] = set()
    family: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if not isinstance(value, (tuple, list, dict)) or "format" in attribute or "romanized" in attribute:
                continue
            words = [w for w in value if isinstance(w, str) and "{" not in w]
            if "first_name" in attribute:
                given |= parts(words, locale=module.name)
            elif "last_name" in attribute:
                family |= parts(words, locale=module.name)
    lines = [
        f"# Faker {version('faker')} (MIT), all locales, folded; written by scripts/build_name_parts.py, 2026-11",
        "# first line: given names, second line: surnames",
        " ".join(sorted(given)),
        " ".join(sorted(family)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(given)} given names, {len(family)} surnames, {TARGET.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
