"""Messages in Portuguese other than availability."""

import re

from core.scheduling.lexicons.talk import Talk, all_of, but_not

_NO = r"(?:(?:nao|ah|ops|ups|desculpa|desculpem|foi mal|espera|alias|opa|digo)[, ]{1,2}){0,3}?"
_NO_SAID = r"(?:(?:nao|ah|ops|ups|desculpa|desculpem|foi mal|alias|digo)[, ]{1,2}){1,3}"
_SORRY = r"(?:[, ]{1,2}(?:desculpa|desculpem|desculpe|foi mal|por favor|pf|obrigad[oa]|valeu|enganei-me|me enganei))?"
_ALL = r"(?:todos(?: nos)?|todas|toda a gente|todo mundo|toda a banda|a banda|a malta|a gente|o grupo|voces todos|nos todos|geral|nos)"
_CAN = r"(?:pode|podem|podemos|poderia|poderiam|poderiamos|consegue|conseguem|conseguimos|da para|da pra)"
_FREE = r"(?:livres?|disponive(?:l|is)|de folga|verdes?)"
_MEET = r"(?:ensaiar|tocar|reunir|encontrar|juntar|ensaio|todos|todas|toda a gente|todo mundo)"
_DAYS = r"(?:em )?(?:que|quais) (?:(?:sao )?(?:os |as )?)?(?:dias?|datas?|noites?|tardes?|fins? de semana|sabados?|domingos?)"
_ERRANDS = (
    r"trazer|traz\b|levar|leva\b|buscar|conduzir|dirigir|emprestar|carregar|descarregar|montar|desmontar|ajudar|jantar|comer|"
    r"gravar|misturar|mixar|comecar|passagem de som|ampli|cabo\b|carrinha|carro\b|comprar|pagar|bilhetes?\b|visto|mandar|passar|ouvir|escutar|falar"
)

TALK = Talk(
    leaving=frozenset(["cancelar", "cancela", "parar", "deixa", "deixa pra la", "deixa para la"]),
    take_back=re.compile(
        _NO + r"(?:por favor )?"
        r"(?:(?:esquece|esquecam|esqueca|apaga|cancela|anula|desfaz|ignora|ignorem|risca|tira)"
        r"(?: (?:isso|isto|la|la isso|o que (?:eu )?disse|(?:a )?(?:minha )?ultima(?: mensagem)?))"
        r"|desfazer|deixa (?:pra la|para la|la|estar)|retiro o que disse|nao[, ]{1,2}espera|esquece|afinal nao)"
        r"(?: por favor| pf)?(?: ?[,.;:!-]{1,3} ?(?P<rest>.{3,400}))?",
        re.DOTALL,
    ),
    swap=all_of(
        _NO + r"(?:eu )?(?:queria dizer|quis dizer|referia-me a|me referia a) (?P<new>.{1,80}?)(?:,? (?:e )?nao (?P<old>.{1,60}?))?" + _SORRY,
        _NO + r"nao (?:e |era )?(?P<old>.{1,60}?)(?:,? mas sim |,? e sim |, (?:e |era |mas )?)(?P<new>.{1,60}?)" + _SORRY,
        _NO + r"(?:poe|ponha|bota|coloca|muda(?: isso)?(?: para| pra)|mete|melhor|antes)(?: isso)? (?P<new>.{1,60}?),? "
        r"(?:em vez|no lugar|ao inves|e nao|nao) (?:de )?(?P<old>.{1,60}?)" + _SORRY,
        _NO + r"(?:muda (?:isso )?(?:para|pra)|poe isso|bota isso|coloca isso|passa isso para|melhor ser)(?: as| a| o| no)? (?P<new>.{1,60}?)" + _SORRY,
        _NO_SAID + r"(?P<new>(?:n?[oa] )?.{2,40}? (?:seguinte|a seguir|depois))",
        _NO_SAID + r"(?:e |era )?(?P<new>.{1,40}?),? (?:e )?nao (?P<old>.{1,40}?)" + _SORRY,
    ),
    drop=all_of(
        r"(?:por favor )?(?:esquece|esquecam|apaga|tira|cancela|anula|remove) "
        r"(?:aquilo|a coisa|o lance|o negocio|a historia|aquela cena|a cena|o que (?:eu )?disse) "
        r"(?:de |da |do |na |no |sobre |para )(?:a |o )?(?P<what>.{2,60}?)" + _SORRY,
        r"(?:por favor )?(?:apaga|tira|cancela|anula|remove|desmarca) (?:a |o |as |os |minha |meu )?(?P<day>.{2,60}?)" + _SORRY,
    ),
    usual=all_of(r"tudo (?:como sempre|como de costume|igual)(?: (?:em|para) .{2,60})?"),
    own=all_of(
        r"o que (?:e que )?(?:tu |voce )?(?:tens|tem|ha|voces tem) (?:(?:anotado|marcado|registado|registrado) )?"
        r"(?:de mim|sobre mim|para mim|pra mim|meu)\b.{0,120}",
        r"o que (?:e que )?(?:eu (?:disse|marquei|anotei|falei|tenho)|marquei|anotei|tenho (?:marcado|anotado)|disse (?=para |na |no |em ))\b.{0,120}",
        r"(?:o que (?:e que )?)?(?:tenho|ha|tem) .{0,40}\bn[ao] minha? ?(?:agenda|calendario)\b.{0,100}",
        r"(?:eu )?(?:estou|fiquei|apareco) .{0,40}\b(?:marcad[oa]|anotad[oa])\b.{0,100}",
        r"(?:quando|em que dias|que dias) (?:e que )?(?:eu )?(?:estou|disse que estou|estava) .{0,60}\b(?:livre|ocupad[oa]|disponivel)\b.{0,60}",
        r"(?:mostra(?:-me)?|me mostra) (?:a minha|minha|os meus|meus|o meu) (?:agenda|calendario|dias|disponibilidade)\b.{0,100}",
    ),
    band=but_not(
        _ERRANDS,
        rf"(?:e |entao )?quando (?:e que )?(?:{_ALL} )?{_CAN}\b(?: {_ALL}\b| ensaiar\b| tocar\b){{0,2}}(?P<rest>.{{0,160}})",
        rf"(?:e |entao )?quando (?:e que )?(?:{_ALL} )?(?:estamos|estao|esta|estaremos) (?:{_ALL} )?{_FREE}\b(?P<rest>.{{0,160}})",
        rf"{_DAYS} (?:e que )?(?:{_ALL} )?(?:{_CAN}|estamos (?:todos )?livres|temos livres?|funcionam|dao|sao bons|estao (?:todos )?livres)\b"
        rf"(?: {_ALL}\b)?(?P<rest>.{{0,160}})",
        rf"(?:e )?quem (?:e que )?(?:nao )?{_CAN}\b(?P<rest>.{{0,160}})",
        rf"(?:e )?quem (?:e que )?(?:nao )?(?:esta|estara|vai estar) (?:{_FREE}|ocupad[oa]|fora)\b(?P<rest>.{{0,160}})",
        r"(?:e )?quem (?:e que )?(?:falta|ta fora|ta livre|faltaria)\b(?P<rest>.{0,160})",
        r"(?:por que|porque)(?: e que)? nao (?:podemos |conseguimos )?(?P<rest>.{1,120})",
        r"(?:por que|porque|porque e que|por que e que) (?:nao )?(?:esta|estao|da|e|fica)\b(?P<rest>.{1,120})",
        r"quantos (?:dias|fins de semana|sabados|domingos) .{0,120}",
        r"(?:mostra(?:-nos|-me)? |quais (?:sao )?)?(?:os nossos|nossos|nossas|as nossas|os|as) (?:proxim[oa]s )?(?:dias|datas|zonas|fins de semana|noites) "
        r"(?:livres|verdes)\b(?P<rest>.{0,120})",
    ),
    asked=but_not(
        _ERRANDS,
        rf"{_ALL} (?:{_CAN}|esta livre|estao livres|livres?|disponiveis)\b(?P<rest>.{{0,120}})",
        rf"{_CAN} {_ALL}\b(?P<rest>.{{0,120}})",
        rf"(?:estamos|estao|esta) (?:{_ALL} )?{_FREE}\b(?: {_ALL}\b)?(?P<rest>.{{0,120}})",
        rf"{_CAN}\b(?P<rest>.{{0,80}}\b{_MEET}\b.{{0,80}})",
        rf"(?P<rest>.{{2,80}}?),? (?:da|serve|funciona|e bom) (?:para|pra|a) {_ALL}",
    ),
    the_next=re.compile(r"(?:n?[oa] )?(?P<day>.{2,40}) (?:seguinte|a seguir|depois)", re.DOTALL),
    pointed=re.compile(rf"(?:(?:e|entao) )?quando\b|{_DAYS}\b"),
    length=re.compile(r"(?<!as )(?<!ate )(?<!\ba )\b(?P<hours>(?:1[0-2]|[1-9])(?:[.,]\d)?) ?(?:h|hs|horas?)\b(?! ?(?:a |as |\d))"),
    around=re.compile(r"(?P<days>\w{1,10}) dias? (?:antes e depois|antes ou depois|a volta|em torno) d[oe] (?P<day>.{2,60})", re.DOTALL),
    numbers={"um": 1, "dois": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7},
    why=re.compile(r"por ?que"),
    led=re.compile(r"\bdias? $"),
)  # fmt: skip
