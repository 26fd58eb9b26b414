"""Messages in French other than availability."""

import re

from core.scheduling.lexicons.talk import Talk, all_of, but_not

_NO = r"(?:(?:non|nan|oups|pardon|desole|desolee|attends|euh|ah|enfin|en fait)[, ]{1,2}){0,3}"
_NO_SAID = r"(?:(?:non|nan|oups|pardon|desole|desolee|enfin|en fait)[, ]{1,2}){1,3}"
_SORRY = (
    r"(?:[, ]{1,2}(?:pardon|desole|desolee|stp|svp|s'il te plait|s'il vous plait|merci|je me suis trompee?))?"
)
_ALL = r"(?:tous(?: ensemble)?|toutes|tout le monde|le groupe|chacun|tlm)"
_CAN = r"(?:peut|peuvent|pouvez|pouvons|pourrait|pourraient|pourrez|pourra|pourrons)"
_FREE = r"(?:libres?|dispos?|disponibles?)"
_ASKS = r"(?:est[- ]ce qu(?:e |'))"
_MEET = r"(?:repeter|jouer|se voir|se retrouver|se caler|bosser|caler|tous|toutes|jammer)"
_DAYS = r"quel(?:le)?s? (?:jours?|dates?|soirs?|week[- ]?ends?|samedis?|dimanches?|soirees?)"
_ERRANDS = (
    r"amener|ramener|apporter|emmener|preter|conduire|chercher|charger|decharger|monter|demonter|aider|manger|"
    r"enregistrer|mixer|commencer|balance|ampli|cable|camion|voiture|acheter|payer|vu\b|passer|envoyer|prendre|filer|ecouter|entendre|parler|fumer"
)

TALK = Talk(
    leaving=frozenset(["annuler", "annule", "arrete", "laisse", "laisse tomber"]),
    take_back=re.compile(
        _NO + r"(?:laisse(?:z)? tomber|oublie(?:z)?(?: ca| ce que j'ai (?:dit|ecrit)| mon (?:dernier )?message)?"
        r"|(?:annule(?:z|r)?|efface(?:z)?|supprime(?:z)?|ignore(?:z)?|retire(?:z)?)"
        r"(?: ca| cela| le dernier| mon (?:dernier )?message| ce que j'ai (?:dit|ecrit))?"
        r"|je retire(?: ce que j'ai dit)?|finalement non|en fait non|non[, ]{1,2}attends)"
        r"(?: stp| svp)?(?: ?[,.;:!-]{1,3} ?(?P<rest>.{3,400}))?",
        re.DOTALL,
    ),
    swap=all_of(
        _NO + r"je voulais dire (?P<new>.{1,80}?)(?:,? (?:et )?pas (?P<old>.{1,60}?))?" + _SORRY,
        _NO + r"(?:c'est |ce n'est )?(?:pas|non pas) (?P<old>.{1,60}?)(?:,? mais(?: plutot)? |, (?:c'est |plutot )?)(?P<new>.{1,60}?)" + _SORRY,
        _NO + r"(?:mets?|mettez|disons|plutot|change(?:z)?(?: pour| en)?|c'est)(?: ca| le| plutot)? (?P<new>.{1,60}?),? "
        r"(?:au lieu d[eu']|plutot que|et pas|pas) ?(?P<old>.{1,60}?)" + _SORRY,
        _NO + r"(?:mets[- ](?:le|ca|moi)|change (?:ca )?(?:pour|en)|(?:disons|enfin|ou|non,?) plutot) (?P<new>.{1,60}?)(?: plutot)?" + _SORRY,
        _NO_SAID + r"(?P<new>(?:le |la |l')?.{2,40}? (?:d'apres|suivante?))",
        _NO_SAID + r"(?P<new>.{1,40}?),? (?:et )?pas (?P<old>.{1,40}?)" + _SORRY,
    ),
    drop=all_of(
        r"(?:stp )?(?:oublie(?:z)?|supprime(?:z)?|efface(?:z)?|enleve(?:z)?|annule(?:z)?|retire(?:z)?|vire) "
        r"(?:le truc|la chose|l'histoire|ce que j'ai (?:dit|mis)|mon truc|le machin|l'entree) "
        r"(?:de la |de l'|du |de |d'|pour |avec )(?:le |la |l')?(?P<what>.{2,60}?)" + _SORRY,
        r"(?:stp )?(?:supprime(?:z)?|efface(?:z)?|enleve(?:z)?|annule(?:z)?|retire(?:z)?|vire|oublie(?:z)?(?! pas)) "
        r"(?:le |la |les |mon |mes |pour )?(?P<day>.{2,60}?)" + _SORRY,
    ),
    usual=all_of(r"(?:tout est |tout )?comme d'habitude(?: (?:en|pour) .{2,60})?"),
    own=all_of(
        r"(?:qu'est[- ]ce que|qu'as|que|qu') ?(?:tu as|t'as|tu|vous avez) (?:note |mis |marque )?"
        r"(?:pour moi|sur moi|de moi|me concernant)\b.{0,120}",
        r"t'as (?:note |mis )?quoi (?:pour|sur) moi\b.{0,120}",
        r"(?:qu'est[- ]ce que |qu')(?:j'ai|ai[- ]je) (?:dit|mis|note|indique|annonce)\b.{0,120}",
        r"j'ai (?:dit|mis|note) quoi\b.{0,120}",
        rf"{_ASKS}?je suis .{{0,40}}\b(?:note|notee|marque|marquee|inscrit|inscrite)\b.{{0,100}}",
        rf"(?:{_ASKS}je suis|suis[- ]je) .{{0,60}}\b(?:libre|dispo|disponible|pris|prise|occupee?)\b.{{0,100}}",
        rf"(?:quand|{_DAYS}) {_ASKS}?(?:suis[- ]je|je suis) .{{0,60}}\b(?:libre|dispo|disponible|pris|prise|occupee?|notee?)\b.{{0,60}}",
        r"(?:montre(?:[- ]moi)?|c'est quoi|donne(?:[- ]moi)?) (?:mon agenda|mes dispos?|mon calendrier|mes dates|mes disponibilites)\b.{0,100}",
    ),
    band=but_not(
        _ERRANDS,
        rf"(?:et |alors |du coup )?(?:c'est )?quand {_ASKS}?(?:on|vous|nous|tout le monde|le groupe) (?:est|etes|sommes|serait|sera) "
        rf"(?:{_ALL} )?{_FREE}\b(?P<rest>.{{0,160}})",
        rf"(?:et |alors |du coup )?quand {_ASKS}?(?:on|vous|nous|tout le monde|le groupe)? ?{_CAN}(?:[- ](?:on|vous|nous))?\b"
        rf"(?: {_ALL}\b)?(?P<rest>.{{0,160}})",
        rf"(?:et |alors )?quand (?:est|sommes|etes|serait)[- ](?:on|nous|vous) (?:{_ALL} )?{_FREE}\b(?P<rest>.{{0,160}})",
        rf"{_DAYS} (?:{_ASKS})?(?:(?:on|vous|nous|tout le monde) )?(?:{_CAN}|vous vont|nous vont|vont|marchent|conviennent|sommes|est|etes|sont)"
        rf"(?:[- ](?:on|vous|nous))?\b(?P<rest>.{{0,20}}\b(?:{_ALL}|{_FREE}|repeter|jouer|verts?)\b.{{0,140}}|)",
        rf"(?:et )?qui (?:ne |n')?{_CAN}\b(?: pas\b)?(?P<rest>.{{0,160}})",
        rf"(?:et )?qui (?:n')?(?:est|sera|serait) (?:pas )?(?:{_FREE}|absente?|prise?|occupee?|la)\b(?P<rest>.{{0,160}})",
        r"(?:et )?(?:qui manque|il manque qui|qui bloque)\b(?P<rest>.{0,160})",
        rf"{_ASKS}(?:on|vous|tout le monde|le groupe|chacun) (?:{_CAN}|est|etes|serait)\b(?: {_ALL}\b)?(?P<rest>.{{0,60}}\b(?:{_FREE}|{_MEET})\b.{{0,80}})",
        rf"{_ASKS}(?:on|vous) {_CAN} {_ALL}\b(?P<rest>.{{0,160}})",
        rf"{_ASKS}(?:tout le monde|chacun|le groupe|tlm) (?:{_CAN}|est {_FREE}|est la)\b(?P<rest>.{{0,160}})",
        rf"(?:peut|est|pourrait)[- ]on(?: (?:{_ALL}|{_FREE}|{_MEET})\b){{1,3}}(?P<rest>.{{0,160}})",
        r"pourquoi pas (?P<rest>.{1,120})",
        r"pourquoi (?:est[- ]ce qu')?(?:on|nous) ne p(?:eut|ouvons) pas (?P<rest>.{1,120})",
        r"pourquoi (?:est[- ]ce que )?(?P<rest>.{1,80}\b(?:vert|rouge|orange|libre|possible|marche)\b.{0,80})",
        r"combien de (?:week[- ]?ends?|jours|soirs|samedis|dimanches|dates) .{0,120}",
        r"(?:montre(?:[- ]nous|[- ]moi)? |donne(?:[- ]nous|[- ]moi)? )?(?:nos|les) (?:prochain(?:e)?s )?(?:jours|dates|zones|soirs|week[- ]?ends) "
        r"(?:libres|vert(?:e)?s|dispos?|communes)\b(?P<rest>.{0,120})",
    ),
    asked=but_not(
        _ERRANDS,
        rf"(?:tout le monde|tlm|tous|chacun) (?:{_CAN}|est {_FREE}|est la|{_FREE})\b(?P<rest>.{{0,120}})",
        rf"(?:on|vous) (?:{_CAN}|est|etes) {_ALL}(?: {_FREE}| la| {_MEET})?\b(?P<rest>.{{0,120}})",
        rf"(?:on|vous) (?:{_CAN}) {_MEET}\b(?P<rest>.{{0,120}})",
        rf"(?P<rest>.{{2,80}}?),? (?:ca (?:va|marche|convient) (?:a|pour) {_ALL}|{_ALL} {_CAN}|{_ALL} (?:est |sont )?{_FREE})",
    ),
    the_next=re.compile(r"(?:le |la |l')?(?P<day>.{2,40}) (?:d'apres|suivante?)", re.DOTALL),
    pointed=re.compile(rf"(?:(?:et|alors|du coup|c'est) )?quand\b|{_DAYS}\b"),
    length=re.compile(r"\b(?:de |d'environ |pendant |pour )(?P<hours>(?:1[0-2]|[1-9])(?:[.,]\d)?) ?(?:h|heures?)\b(?! ?(?:a |-|\d))"),
    around=re.compile(r"(?P<days>\w{1,10}) jours? (?:avant et apres|avant ou apres|autour du?) (?P<day>.{2,60})", re.DOTALL),
    numbers={"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7},
    why=re.compile(r"pourquoi"),
)  # fmt: skip
