"""Messages in Spanish other than availability."""

import re

from core.scheduling.lexicons.talk import Talk, all_of, but_not

_NO = r"(?:(?:no|ay|uy|ups|perdon|perdona|perdonad|espera|mejor dicho|digo)[, ]{1,2}){0,3}?"
_NO_SAID = r"(?:(?:no|ay|uy|ups|perdon|perdona|digo|mejor dicho)[, ]{1,2}){1,3}"
_SORRY = r"(?:[, ]{1,2}(?:perdon|perdona|perdonad|por favor|porfa|gracias|lo siento|me equivoque))?"
_ALL = r"(?:todos(?: nosotros)?|todas|todo el mundo|todo el grupo|toda la banda|la banda|el grupo|tod@s|cada uno|los cuatro|los tres|los cinco)"
_CAN = r"(?:pued[eo]n?|podeis|podemos|podria(?:n|mos|is)?|podra(?:n)?|podremos|le va bien|les va bien|nos va bien|os va bien|nos viene bien|os viene bien)"
_FREE = r"(?:libres?|disponibles?|libras?|verdes?)"
_MEET = r"(?:ensayar|tocar|quedar|juntarnos|vernos|reunirnos|practicar|jamear|estar|todos|todas)"
_DAYS = r"(?:en )?(?:que|cuales) (?:dias?|fechas?|noches?|tardes?|fines? de semana|findes?|sabados?|domingos?|viernes)"
_ERRANDS = (
    r"traer|trae\b|llevar|recoger|conducir|prestar|dejarme|cargar|descargar|montar|desmontar|ayudar|cenar|comer|"
    r"grabar|mezclar|empezar|prueba de sonido|ampli|cable|furgo|coche|comprar|pagar|entradas?\b|visto|dicho|mandar|pasar|escuchar|oir|hablar"
)

TALK = Talk(
    leaving=frozenset(["cancelar", "cancela", "parar", "dejalo"]),
    take_back=re.compile(
        _NO + r"(?:por favor )?"
        r"(?:(?:olvida|olvidad|olviden|olvidalo|borra|borrad|cancela|anula|deshaz|ignora|ignorad|quita|elimina)"
        r"(?: eso| esto| lo (?:anterior|ultimo|que (?:he )?dij?(?:e|cho))| (?:mi|el) ultimo mensaje)"
        r"|olvidalo|olvidadlo|borralo|cancelalo|anulalo|deshacer|deshazlo|ignoralo|quitalo|dejalo(?: estar)?"
        r"|retiro lo dicho|no[, ]{1,2}espera|al final no)"
        r"(?: por favor| porfa)?(?: ?[,.;:!-]{1,3} ?(?P<rest>.{3,400}))?",
        re.DOTALL,
    ),
    swap=all_of(
        _NO + r"(?:queria decir|quise decir|me referia a(?:l)?) (?P<new>.{1,80}?)(?:,? (?:y )?no (?P<old>.{1,60}?))?" + _SORRY,
        _NO + r"no (?:es )?(?P<old>.{1,60}?)(?:,? sino |, (?:es |mejor )?)(?P<new>.{1,60}?)" + _SORRY,
        _NO + r"(?:pon(?:lo|me|ed)?|cambia(?:lo)?(?: a| por)?|dejalo en|que sea(?:n)?|hazlo|mejor) (?P<new>.{1,60}?),? "
        r"(?:en vez de|en lugar de|en vez|en lugar|y no|no) (?P<old>.{1,60}?)" + _SORRY,
        _NO + r"(?:ponlo|cambialo|dejalo en|mejor que sea|que sea(?:n)?)(?: a| al| para| el)? (?P<new>.{1,60}?)" + _SORRY,
        _NO_SAID + r"(?P<new>(?:el|la) .{2,40}? (?:siguiente|de despues|despues|posterior))",
        _NO_SAID + r"(?P<new>.{1,40}?),? (?:y )?no (?P<old>.{1,40}?)" + _SORRY,
        r"(?:ay|uy|ups|perdon|perdona|digo|mejor dicho)[, ]{1,2}(?:era )?(?P<new>.{1,40}?),? (?:en vez de|en lugar de|en vez|en lugar) (?P<old>.{1,40}?)",
    ),
    drop=all_of(
        r"(?:por favor )?(?:olvida(?:d|te de)?|borra|borrad|quita|quitad|cancela|anula|elimina) lo "
        r"(?:de los |de las |de la |de el |de |del )(?P<what>.{2,60}?)" + _SORRY,
        r"(?:por favor )?(?:borra|borrad|quita|quitad|cancela|anula|elimina)(?:me)? (?:el |la |los |las |mi |lo del )?"
        r"(?P<day>.{2,60}?)" + _SORRY,
    ),
    usual=all_of(r"todo (?:como siempre|igual)(?: (?:en|para) .{2,60})?"),
    own=all_of(
        r"que (?:me )?(?:tienes|tienen|teneis|hay) (?:apuntado|anotado|puesto|guardado|de mi|sobre mi|para mi|mio)\b.{0,120}",
        r"que (?:dije|puse|apunte|he (?:dicho|puesto|apuntado)) (?:yo )?(?:para|el|la|del|en|sobre (?:el|la)) .{1,120}",
        r"que (?:tengo|hay) (?:yo )?(?:(?:apuntado|anotado|puesto|en mi (?:agenda|calendario))\b.{0,120}"
        r"|.{0,80}\b(?:apuntado|anotado|en mi (?:agenda|calendario)).{0,40})",
        r"(?:yo )?(?:estoy|figuro|aparezco) .{0,60}\b(?:libre|ocupad[oa]|disponible|apuntad[oa])\b.{0,80}",
        r"(?:cuando|que dias) (?:estoy|dije que estoy|he dicho que estoy|estaba) .{0,60}\b(?:libre|ocupad[oa]|disponible)\b.{0,60}",
        r"(?:ensename|muestrame|dime) mi(?:s)? (?:agenda|calendario|dias|disponibilidad)\b.{0,100}",
    ),
    band=but_not(
        _ERRANDS,
        rf"(?:y |entonces |pues )?cuando (?:nos |os |les )?{_CAN}\b(?: {_ALL}\b| ensayar\b| tocar\b| quedar\b){{0,2}}(?P<rest>.{{0,160}})",
        rf"(?:y |entonces |pues )?cuando (?:estamos|estais|estan|esta|estaremos) (?:{_ALL} )?{_FREE}\b(?: {_ALL}\b)?(?P<rest>.{{0,160}})",
        _DAYS + rf" (?:nos |os |les )?(?:{_CAN}|estamos (?:todos )?libres|tenemos (?:todos )?libres?|funcionan|van bien|hay libres)\b"
        rf"(?: {_ALL}\b)?(?P<rest>.{{0,160}})",
        r"(?:y )?(?:quien|quienes) (?:no )?(?:pued[eo]n?|podria(?:n)?|podra(?:n)?)\b(?P<rest>.{0,160})",
        r"(?:y )?(?:quien|quienes) (?:no )?(?:esta|estan|estara|estaran) (?:libres?|ocupad[oa]s?|disponibles?|fuera)\b(?P<rest>.{0,160})",
        r"(?:y )?(?:quien|quienes) (?:falta|faltan|faltaria)\b(?P<rest>.{0,160})",
        rf"(?:nos |os |les )?{_CAN} {_ALL}\b(?P<rest>.{{0,160}})",
        rf"(?:estamos|estais|estan|esta) (?:{_ALL} )?{_FREE}\b(?: {_ALL}\b)?(?P<rest>.{{0,160}})",
        r"por que no (?P<rest>.{1,120})",
        r"por que (?:no )?(?:esta|estan|es|sale|vale|sirve|funciona|se puede|podemos)\b(?P<rest>.{1,120})",
        r"cuantos? (?:dias|findes|fines de semana|sabados|domingos|viernes) .{0,120}",
        r"(?:ensename |muestrame |dime )?(?:(?:nuestr[oa]s|los|las) )?(?:proxim[oa]s )?(?:dias|fechas|zonas|findes|noches) (?:libres|verdes)\b(?P<rest>.{0,120})",
    ),
    asked=but_not(
        _ERRANDS,
        rf"{_ALL} (?:{_CAN}|libres|disponibles)\b(?P<rest>.{{0,120}})",
        rf"(?:podemos|podeis|pueden)\b(?P<rest>.{{0,80}}\b{_MEET}\b.{{0,80}})",
        rf"(?P<rest>.{{2,80}}?),? (?:(?:nos|os|les) )?{_CAN} (?:a )?{_ALL}",
    ),
    the_next=re.compile(r"(?:el |la )?(?P<day>.{2,40}) (?:siguiente|de despues|despues|posterior)", re.DOTALL),
    pointed=re.compile(r"(?:(?:y|entonces|pues) )?cuando\b|(?:en )?(?:que|cuales) (?:dias?|fechas?|noches?|tardes?|fines?|findes?)\b"),
    length=re.compile(r"(?<!las )(?<!hasta )(?<!\ba )\b(?P<hours>(?:1[0-2]|[1-9])(?:[.,]\d)?) ?(?:h|hs|hrs|horas?)\b(?! a )"),
    around=re.compile(r"(?P<days>\w{1,10}) dias? (?:antes y despues|antes o despues|alrededor) de(?:l)? (?P<day>.{2,60})", re.DOTALL),
    numbers={"un": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7},
    why=re.compile(r"por ?que"),
    led=re.compile(r"\b(?:el )?d[ií]as? $"),
)  # fmt: skip
