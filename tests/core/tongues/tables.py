"""What people write for a day in each further language, by hand and not out of any library."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DayWords:
    """The words of one language, in the order of the calendar."""

    months: str
    short: str
    weekdays: str
    short_weekdays: str
    today: str
    tomorrow: str
    after_tomorrow: str = ""
    """Empty: not read."""
    said: tuple[tuple[str, str], ...] = ()
    """Other ways to write a day, and its date when today is Mon 23 Nov 2026."""


TABLES = {
    "it": DayWords(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "lun mar mer gio ven sab dom",
        "oggi",
        "domani",
        said=(
            ("1º maggio", "2027-05-01"),
            ("1° maggio 2027", "2027-05-01"),
            ("il 3 marzo", "2027-03-03"),
            ("l'11 dicembre", "2026-12-11"),
            ("l’8 dicembre", "2026-12-08"),
            ("Venerdì, 11 dicembre", "2026-12-11"),
            ("mar. 1 dic.", "2026-12-01"),
            ("3 mar", "2027-03-03"),
            ("lunedi 30 novembre", "2026-11-30"),
            ("29 febbraio 2028", "2028-02-29"),
        ),
    ),
    "nl": DayWords(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "ma di wo do vr za zo",
        "vandaag",
        "morgen",
        "overmorgen",
        (
            ("11e mei", "2027-05-11"),
            ("1ste mei", "2027-05-01"),
            ("op vrijdag 11 december", "2026-12-11"),
            ("de 2de maart", "2027-03-02"),
            ("op dinsdag", "2026-11-24"),
            ("di. 1 dec.", "2026-12-01"),
        ),
    ),
    "pl": DayWords(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "poniedziałek wtorek środa czwartek piątek sobota niedziela",
        "pon wt śr czw pt sob niedz",
        "dzisiaj",
        "jutro",
        "pojutrze",
        (
            ("dziś", "2026-11-23"),
            ("11. grudnia", "2026-12-11"),
            ("piątek, 11 grudnia 2026 r.", "2026-12-11"),
            ("w piątek", "2026-11-27"),
            ("w środę", "2026-11-25"),
            ("w sobotę 5 grudnia", "2026-12-05"),
            ("piatek 11 grudnia", "2026-12-11"),
            ("PIĄTEK 11 GRUDNIA", "2026-12-11"),
            ("3 pazdziernika", "2027-10-03"),
        ),
    ),
    "tr": DayWords(
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
        "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
        "Pzt Sal Çar Per Cum Cmt Paz",
        "bugün",
        "yarın",
        said=(
            ("11 Aralık Cuma", "2026-12-11"),
            ("11 Aralık 2026 Cuma", "2026-12-11"),
            ("11 ARALIK", "2026-12-11"),
            ("11 aralik cuma", "2026-12-11"),
            ("Cuma günü", "2026-11-27"),
            ("6 Aralık Pazar günü", "2026-12-06"),
        ),
    ),
    "uk": DayWords(
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "січ лют бер квіт трав черв лип серп вер жовт лист груд",
        "понеділок вівторок середа четвер п'ятниця субота неділя",
        "пн вт ср чт пт сб нд",
        "сьогодні",
        "завтра",
        "післязавтра",
        (
            ("11-го грудня", "2026-12-11"),
            ("11 грудня 2026 року", "2026-12-11"),
            ("11 грудня 2026 р.", "2026-12-11"),
            ("п’ятниця, 11 грудня", "2026-12-11"),
            ("пʼятниця", "2026-11-27"),
            ("у п'ятницю", "2026-11-27"),
            ("в середу", "2026-11-25"),
            ("у суботу 5 грудня", "2026-12-05"),
        ),
    ),
    "ru": DayWords(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "понедельник вторник среда четверг пятница суббота воскресенье",
        "пн вт ср чт пт сб вс",
        "сегодня",
        "завтра",
        "послезавтра",
        (
            ("11-го декабря", "2026-12-11"),
            ("11 декабря 2026 г.", "2026-12-11"),
            ("11 декабря 2026 года", "2026-12-11"),
            ("в пятницу", "2026-11-27"),
            ("в пятницу, 11 декабря", "2026-12-11"),
            ("во вторник", "2026-11-24"),
        ),
    ),
    "cs": DayWords(
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "led úno bře dub kvě čvn čvc srp zář říj lis pro",
        "pondělí úterý středa čtvrtek pátek sobota neděle",
        "po út st čt pá so ne",
        "dnes",
        "zítra",
        "pozítří",
        (
            ("11. prosince", "2026-12-11"),
            ("pátek 11. prosince 2026", "2026-12-11"),
            ("v pátek", "2026-11-27"),
            ("ve středu 2. prosince", "2026-12-02"),
            ("11. cervna", "2027-06-11"),
            ("11. cervence", "2027-07-11"),
        ),
    ),
    "da": DayWords(
        "januar februar marts april maj juni juli august september oktober november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "man tirs ons tors fre lør søn",
        "i dag",
        "i morgen",
        said=(
            ("den 11. december", "2026-12-11"),
            ("d. 11. maj", "2027-05-11"),
            ("fredag den 11. december", "2026-12-11"),
            ("på fredag", "2026-11-27"),
        ),
    ),
    "no": DayWords(
        "januar februar mars april mai juni juli august september oktober november desember",
        "jan feb mar apr mai jun jul aug sep okt nov des",
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "man tir ons tor fre lør søn",
        "i dag",
        "i morgen",
        said=(
            ("den 11. desember", "2026-12-11"),
            ("fredag den 11. desember 2026", "2026-12-11"),
            ("17. mai", "2027-05-17"),
            ("på lørdag", "2026-11-28"),
        ),
    ),
    "fi": DayWords(
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta"
        " lokakuuta marraskuuta joulukuuta",
        "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
        "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
        "ma ti ke to pe la su",
        "tänään",
        "huomenna",
        said=(
            ("11. joulukuuta", "2026-12-11"),
            ("pe 11. joulukuuta", "2026-12-11"),
            ("perjantaina 11. joulukuuta 2026", "2026-12-11"),
            ("perjantaina", "2026-11-27"),
        ),
    ),
    "ro": DayWords(
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ian feb mar apr mai iun iul aug sept oct nov dec",
        "luni marți miercuri joi vineri sâmbătă duminică",
        "lun mar mie joi vin sâm dum",
        "azi",
        "mâine",
        said=(
            ("pe 11 decembrie", "2026-12-11"),
            ("vineri, 11 decembrie 2026", "2026-12-11"),
            ("sâmbătă", "2026-11-28"),
            ("sambata 5 decembrie", "2026-12-05"),
            ("marți 1 dec.", "2026-12-01"),
        ),
    ),
}
