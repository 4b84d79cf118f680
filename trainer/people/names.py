"""Invented names: given and family names of several languages and scripts, combined at random."""

# ruff: noqa: RUF001 -- names in Cyrillic and Greek look like Latin on purpose.

import numpy as np

# Culture: (population key, given names of men, of women, family names of men, of women).
_CULTURES: dict[str, tuple[str, str, str, str, str]] = {
    "english": (
        "european",
        "Owen Miles Gareth Clive Toby Desmond Rufus Alfie Neville",
        "Maisie Hazel Bridget Elspeth Tamsin Gwen Poppy Enid",
        "Thornbury Ashwick Pellow Marlby Hexton Craddow Tansley Orrin Wexcombe",
        "",
    ),
    "czech": (
        "european",
        "Jiří Zdeněk Řehoř Ondřej Matěj Luboš Šimon",
        "Božena Květa Růžena Tereza Zdeňka Lenka Apolena",
        "Koželský Řezňák Hřibal Ševelka Třešňák Blažíř",
        "Koželská Řezňáková Hřibalová Ševelková Třešňáková Blažířová",
    ),
    "german": (
        "european",
        "Jörg Günter Lothar Till Björn Ansgar",
        "Käthe Ulrike Dörte Heike Antje Frauke",
        "Möhrlein Grünbeck Sträßle Kührig Fährwald Übelhack",
        "",
    ),
    "french": (
        "european",
        "Théo François Gaël Loïc Étienne",
        "Zoé Hélène Anaïs Maëlle Noémie Aurélie",
        "Bérilleux Garançon Lefrêne Duchâtaignier Mazuréac",
        "",
    ),
    "polish": (
        "european",
        "Łukasz Wojciech Paweł Grześ Kazimierz",
        "Małgorzata Żaneta Bożena Wioletta Agnieszka",
        "Świerzyński Dąbrzycki Łęgowicz Źrebiec Żołędziak",
        "Świerzyńska Dąbrzycka Łęgowicz Źrebiec Żołędziak",
    ),
    "nordic": (
        "european",
        "Åke Søren Jökull Håkon Øystein",
        "Åsa Bjørg Þóra Sølvi Märta",
        "Fjällgren Ødegårdsli Brøndholt Särkelund Kvistås",
        "",
    ),
    "russian": (
        "european",
        "Фёдор Аркадий Семён Игнат Тимофей Захар",
        "Фаина Лидия Зоя Ульяна Раиса Клавдия",
        "Березняков Щукарёв Лапотин Журавкин Полынцев",
        "Березнякова Щукарёва Лапотина Журавкина Полынцева",
    ),
    "ukrainian": (
        "european",
        "Остап Юрій Тарас Гнат Євген",
        "Оксана Їванна Леся Соломія Ярина",
        "Вербиченко Ґудзенко Їжакевич Теремчук Кульбабенко",
        "",
    ),
    "greek": (
        "mediterranean",
        "Στέλιος Θανάσης Λευτέρης Μανώλης Σπύρος",
        "Ελπίδα Χρυσούλα Βασιλική Δήμητρα Φωτεινή",
        "Καλαμιώτης Ροδανάκης Θυμαράς Λεμονίδης Πετρόπουλας",
        "Καλαμιώτη Ροδανάκη Θυμαρά Λεμονίδου Πετροπούλα",
    ),
    "italian": (
        "mediterranean",
        "Nicolò Gaspare Ettore Donato Saverio",
        "Agnese Fiorella Loredana Ornella Rosalba",
        "Cantarupo Bellosguardi Montefalchi Perrùcolo Brunacci",
        "",
    ),
    "turkish": (
        "middle_eastern",
        "Çağrı Ömer İlhan Oğuz Şükrü",
        "Gülşen Çiğdem Ayşegül Işıl Şule",
        "Taşdelenli Gökçınar Yıldızoğul Değirmenci Kuşçubey",
        "",
    ),
    "arabic": (
        "middle_eastern",
        "سامي فارس نبيل طارق عماد رائد",
        "ليلى سلمى هدى رانيا نوال سعاد",
        "الزيتوني الحدادي القمري النجاري البستاني الرملي",
        "",
    ),
    "persian": (
        "middle_eastern",
        "بهرام کاوه فرهاد داریوش",
        "شیرین پروانه ژاله مهناز",
        "گلستانی کوهستانپور چشمه‌ای رودبارزاده",
        "",
    ),
    "west african": (
        "african",
        "Kwabena Olúmidé Chidi Amadou Babajídé Kofi Sékou",
        "Abena Adaeze Folákẹ́ Mariama Ngozi Awa",
        "Asankoma Ọládèjì Nwabuezeh Diallouma Koffivi Owusuaa",
        "",
    ),
    "east african": (
        "african",
        "Tesfaye Juma Baraka Otieno Abdi",
        "Selam Zawadi Achieng Hodan Neema",
        "Gebrelul Mwangaza Ochiengo Warsamo Kimaroni",
        "",
    ),
    "american": (
        "african",
        "Marcus Darnell Tyrell Jerome Andre Curtis",
        "Keisha Latoya Monique Denise Tamika",
        "Fairbanksley Rollingford Tollivar Beaumore Gainesby",
        "",
    ),
    "indian": (
        "south_asian",
        "Rohan Suresh Ishaan Vikram Harpreet Anil",
        "Meera Kavita Sunita Anjali Parvati",
        "Chandrelkar Bhatnagori Iyerswamy Rathodia Mukhopali",
        "",
    ),
    "pakistani": (
        "south_asian",
        "Imtiaz Naveed Shahid Waqar Zubair",
        "Rukhsana Saima Nazia Farzana",
        "Qureshani Bajwari Mirzaabad Chaudhrani",
        "",
    ),
    "chinese": (
        "east_asian",
        "志明 建国 文浩 永强 家豪 子轩",
        "秀英 丽华 美玲 晓燕 雅琴 诗涵",
        "林 陈 赵 欧阳 郭 沈",
        "",
    ),
    "japanese": (
        "east_asian",
        "健司 翔太 正人 ひろし 大輔",
        "陽子 さくら 美咲 久美子 恵",
        "霧島 小野沢 葉山田 石ノ瀬 黒羽",
        "",
    ),
    "korean": ("east_asian", "민석 동현 재훈 성진 태오", "지은 미경 수아 혜린 은주", "남궁 표 제갈 김 박", ""),
    "vietnamese": (
        "east_asian",
        "Đức Hùng Quốc Thắng Bảo",
        "Thảo Hương Ngọc Bích Yến",
        "Nguyễn Trịnh Đặng Lưu Phùng",
        "",
    ),
    "spanish": (
        "latin",
        "Íñigo Joaquín Efraín Ramón Nicanor",
        "Begoña Lucía Inés Rocío Asunción",
        "Peñarrubio Guzmarín Cañizal Ibáñuelos Ordóñiz",
        "",
    ),
    "portuguese": (
        "latin",
        "João Estêvão Otávio Zeferino Antônio",
        "Conceição Inês Luísa Graça Jussara",
        "Magalhal Conceiçal Brandãozo Seabrinha Figueirão",
        "",
    ),
}
_FAMILY_FIRST = {"chinese", "japanese", "korean", "vietnamese"}
_JOINED = {"chinese", "japanese", "korean"}

CULTURES = tuple(_CULTURES)


def population_of(culture: str) -> str:
    """The face population that goes with a culture of ``CULTURES``."""
    return _CULTURES[culture][0]


def invent_name(rng: np.random.Generator, *, culture: str, sex: str) -> str:
    """A name in the script and order of its culture."""
    _, men, women, family_men, family_women = _CULTURES[culture]
    given = str(rng.choice((women if sex == "female" else men).split(" ")))
    family = str(rng.choice((family_women if sex == "female" and family_women else family_men).split(" ")))
    if culture in _FAMILY_FIRST:
        return family + ("" if culture in _JOINED else " ") + given
    return f"{given} {family}"
