"""English, as venues, promoters and bands post."""

from core.marketplace.posts.values import InKind, Point, SlotKind
from core.marketplace.posts.vocabularies.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    points={
        Point.LOAD_IN: "load in|load|get in|arrive|arrive by|arrival|arrivals|access|access from|be there|be there by|be there for",
        Point.SOUNDCHECK: "soundcheck|sound check|soundchecks|check|s/c|sndchk|soundcheck starts",
        Point.LINE_CHECK: "line check|linecheck",
        Point.DOORS: "doors|door|doors open|doors are|door time|drs|open doors|opens",
        Point.ON_STAGE: "on stage|on|on at|you'd be on|you're on|you'd be on at|stage time|show|show time|shows|music|music from|music starts|first band|first band on|1st band|1st band on|first act|"
        "first act on|first on|bands on|bands from|bands|band on|starts|start|start time|starting|kick off|kicks off|live from|live music from|stage|set time|slot|slot is|slot time|gig starts|downbeat",
        Point.CHANGEOVER: "changeover|changeovers|change over|change overs|turnaround|turnarounds",
        Point.CURFEW: "curfew|curfew is|hard curfew|noise curfew|strict curfew|music curfew|out by|off by|done by|ends|end|ends at|end time|finish|finishes|finish by|music off|hard out|over by|close|closes|"
        "all done by|wrapped by|wrap by|bar till|bar til|bar until|til|till|until",
    },
    acts=r"hl|headline|headliner|headliners|main support|direct support|support|supports|support 1|support 2|opener|openers|opening act|opening band|main act|"
    "band 1|band 2|band 3|band 4|band 5|act 1|act 2|act 3|act 4|first support|second support|local|local support",
    asks_before="need|needs|needed|needing|want|wants|wanting|wanted|looking for|lookin for|look for|looking 4|seeking|seeks|search for|searching for|in search of|require|requires|after|"
    "could use|could do with|in need of|room for|space for|spots for|fancy|call for|calling all|calling|iso|wtd|lf|still need|still looking for|short of|short|want to book|booking|hoping to find|find|who wants|"
    "anyone want|anyone for|anyone up for|on the hunt for|missing|down|replacement",
    asks_after="wanted|needed|need|required|req|req'd|reqd|still needed|still wanted|available|avail|open|still open|left|up for grabs|to fill|going|free|tbc|tba|sought|spare|remaining|please get in touch|apply",
    settled="confirmed|booked|sorted|announced|is in place|filled|locked in|locked|done",
    slots={
        SlotKind.HEADLINER: "headliner|headliners|headline|headline act|headline acts|headline band|headline bands|headline slot|headline slots|main act|top of the bill",
        SlotKind.MAIN_SUPPORT: "main support|main supports|main support act|main support band|main support slot|direct support|direct support act|direct support slot|tour support",
        SlotKind.SUPPORT: "support|supports|support act|support acts|support band|support bands|support slot|support slots|supporting act|supporting acts|supporting band|supporting bands|suport|suports|supprt|support spot|support spots",
        SlotKind.OPENER: "opener|openers|opening act|opening acts|opening band|opening bands|opening slot|opening slots|opening spot|openning act|warm up|warm up act|warm up band",
        SlotKind.ANY: "slot|slots|band|bands|act|acts|spot|spots|artist|artists|package|packages|group|groups|performers|performer|duo|duos|trio|singer songwriter|singer songwriters|dj|djs|solo act|solo acts|bnads",
    },
    slot_fillers="local|heavy|loud|good|decent|great|strong|solid|more|other|another|extra|young|new|acoustic|solo|unsigned|original|originals|female fronted|covers|cover|tribute|touring|"
    "noisy|quiet|short|last|of|x|student|up and coming|upcoming|function|remaining|last minute|replacement|live|free|min|mins|minute|open|local or touring|reliable|party|wedding",
    opening="someone to open|somebody to open|band to open|act to open|someone to support|somebody to support|band to support|act to support|a band to open|to open for us|open for us|to support us|support us|open up for us|to open",
    dropped="dropped out|drop out|pulled out|pull out|cancelled|canceled|van died|van's died|is ill|are ill|got covid|had to drop|dropped|fell through|bailed|has bailed|have bailed|can't make it",
    articles="a|an|one|1 x|another",
    per_night="a night|per night|each night|nightly|bill|on the bill|lineup|line up|night|each date|per date|per show|a show|on each night|every night|each heat|per heat|a heat|showcase|all dayer",
    series="open date|open dates|open night|open nights|free date|free dates|available date|available dates|dates available|dates open|dates free|dates|applications|apply|taking bookings|now booking|booking now|back on the market|"
    "up for grabs|get in touch|dm us|dm me|hit us up|drop us a line|message us|links to|send links|with links|submissions|submit|residency|battle of the bands|slots available|unpaid but|bands w a draw|promoter here|"
    "gap in the diary|date to fill|dates to fill|night to fill|nights to fill|cancellation|available for hire|opening for bands",
    headlining="we're headlining|we are headlining|were headlining|we headline|we're playing|our headline|our album launch|our single launch|our ep launch|our launch|our tour|for us|support us|open for us|join us on|"
    "opening for us|supporting us|our show|our gig|our hometown|our own show|with us|i'm headlining",
    capacity_before="cap|capacity|cap of|capacity of|capacity is|capacity:|cap:|holds|fits|room for|space for|venue holds",
    capacity_after="cap|caps|cap'd|capacity|capacity room|cap room|cap venue|seater|seats|pax|standing|people cap|person|persons|capped|heads cap|cap.",
    sold="sold|presold|pre sold|tickets sold|tix sold",
    bring="bring|must bring|need to bring|bring at least|must bring at least|bring min|guarantee at least|min draw|minimum draw|draw of|pull of|must draw|can draw|able to draw|must pull",
    draw="draw|people through the door|heads",
    genres="punk|rock|metal|indie|pop|folk|jazz|blues|soul|funk|reggae|ska|dub|hip hop|rap|grime|trap|drum and bass|dnb|d&b|jungle|techno|house music|deep house|disco|electronica|electronic|electro|edm|ambient|noise|"
    "shoegaze|shoegazey|dreampop|emo|screamo|hardcore|metalcore|deathcore|grindcore|mathcore|post hardcore|math rock|doom|sludge|stoner|thrash|grunge|goth|gothic|industrial|prog|psych|psychedelic|psychedelia|garage rock|krautrock|kraut|"
    "country|americana|bluegrass|alt country|singer songwriter|acoustic|classical|world|latin|salsa|afrobeat|celtic|ceilidh|covers|tribute|function|rock'n'roll|rock n roll|rockabilly|psychobilly|surf|new wave|no wave|synthwave|"
    "darkwave|coldwave|synth|experimental|avant garde|slowcore|lo fi|bedroom pop|britpop|r&b|rnb|gospel|swing|big band|spoken word|poetry|crust|oi|d beat|powerviolence|alternative|alt|punk rock|pop punk|egg punk|skate punk|crossover|"
    "trad|sea shanties|motown|yacht rock|swamp|drone|powerpop|twee|jangle|stoner rock|desert rock|black metal|death metal|power metal|nu metal|folk punk|art rock|soft rock|hard rock|classic rock|neo soul|trip hop|breakcore|idm|hyperpop",
    genre_modifiers="post|indie|alt|alternative|pop|folk|art|black|death|doom|sludge|stoner|thrash|power|prog|progressive|melodic|technical|math|noise|garage|psych|dream|synth|electro|nu|neo|skate|hard|soft|classic|glam|"
    "gothic|jazz|blues|country|acid|space|surf|afro|egg|anarcho|street|dance|experimental|southern|desert|modern|trad|traditional|celtic|modern|queer|riot|free|rap|symphonic|blackened|atmospheric|emo|punk|rock|metal|grunge",
    manners="heavy|heavier|loud|noisy|acoustic|mellow|chilled|weird|upbeat|danceable|instrumental|lo fi|fast|stripped back|unplugged|groovy|experimental",
    any_genre="any genre|all genres|any genres|any style|all styles|any style of music|open to all genres|genre not important|genre doesn't matter|no genre restrictions|mixed genres|mixed bill|any kind of music|every genre",
    in_kind={
        InKind.RIDER: "rider|riders|full rider|small rider",
        InKind.FOOD: "food|meal|meals|hot meal|dinner|scran|catering|tea|pizza|curry|grub|chilli|veggie food|fed",
        InKind.DRINKS: "drink|drinks|free drinks|free drink|beer|beers|pint|pints|drinks tokens|drink tokens|drink tix|drink tickets|drinks tickets|bar tab|beer tokens|tokens",
        InKind.CRATE: "crate|crates|crate of beer|case of beer|slab|crate of lager|crate of beers",
        InKind.GUEST_LIST: "guest list|guestlist|glist|g list|guest list places|guestlist places|guests|gl|guestlist spots|guest list spots|plus ones",
        InKind.BED: "accommodation|accomodation|accom|place to stay|floor to sleep on|bed|beds|hotel|sofa|crash space|lodging|digs|floor space|somewhere to sleep|beds for the night",
        InKind.TRAVEL: "fuel|petrol|travel|gas money|petrol money|fuel money|diesel|travel money|train fare|train fares|mileage",
        InKind.RECORDING: "filmed|recorded|live recording|multitrack|multitrack recording|video|photos|pro video|pro shot video|live video|pro photos|footage",
    },
    beside="and|plus|with|w|w/|free|incl|inc|including|for|of|we'll sort|we sort|get|some|hot|your|both get|but|in return for|in exchange for",
    sized="a|an|some|free|hot|small|basic|full|veggie|your",
    provided="provided|included|supplied|paid|covered|sorted|on us|on the house|for all",
    unpaid="unpaid|no fee|no pay|not paid|no payment|no money|no budget|for exposure|exposure|can't pay|cant pay|we can't pay|no guarantee|charity gig|for charity|nobody gets paid|volunteer|unpaid gig|for free|charity night|benefit gig",
    expenses="expenses only|expenses|exes|expenses paid|costs covered|exes only",
    tips="tips|tip jar|pass the hat|hat goes round|bucket|hat|pass the bucket|hat money|donations|whip round",
    each="each|per band|per act|a band|an act|per support|apiece|each act|each band|to each|each support|for each|pb|per slot|each way|per set|/band|/act",
    in_all="in total|total|in all|all in|altogether|between you|to share|to split|split between|split between you|between the bands|between bands|for the lot|for the bill|for the night total|between all|between both|shared",
    versus="vs|versus|v|whichever is greater|whichever is higher|whichever is the greater|whichever's greater|whichever's higher|whichever is more|whichever is bigger|whichever's bigger|whichever greater|whichever higher|whichever is larger|"
    "against",
    either="or",
    doors_money="door|doors|the door|gate|net|gross|tickets|ticket sales|ticket income|ticket money|takings|door takings|door money|entry|box office|nbor|net door|net box office|profit|profits|the gate|sales|income|bar",
    of="of|from|on",
    payers="paid|sold|people|heads|payers|punters|pax|cap|through the door",
    all_doors="you keep door|you keep the door|keep the door|keep door|all the door|all of the door|all door money|full door|you keep all the door|entire door|keep the door money|keep all the door|all the door money|all door|the whole door|you take the door|"
    "take the door|door is yours|door's yours|bands keep the door|band keeps the door|band keeps door|band takes door|bands take the door|you get the door|door goes to the bands|door goes to bands|door to bands",
    split="door split|split of the door|door deal|door share|share of the door|split door|percentage of the door|cut of the door|split the door|split of door|door deal only|a split|profit share|profit split|ticket split|even split|equal split|equal door split|"
    "door money split|door takings|door split only|cut of door|cut of ticket sales",
    own_sales="your own ticket sales|own ticket sales|your ticket sales|tickets you sell|the tickets you sell|your own tickets|your own sales|your sales|tickets sold by you|your tickets|own tickets|what you sell|tickets they sell|their own ticket sales|each ticket you sell|"
    "every ticket you sell|per ticket you sell|own sales|all tickets you sell|tickets that you sell|tix you sell|per ticket sold|a ticket sold|for every ticket sold|for every ticket you sell|a ticket you sell",
    offer="offer|offering|guarantee|guaranteed|gtee|guar|fee|fees|paying|pays|pay|budget|paid|budget is|fee is|money is|wage|flat fee",
    hire="hire|hire fee|room hire|venue hire|hire charge|hire cost|hire is|rental|room fee|room rental|rental fee|to hire|hall hire",
    no_hire="no hire fee|no hire|free hire|no room hire|no hire charge|hire free|no hire costs|free to hire",
    more="more|more band|more bands|more act|more acts",
    charges="engineer|sound engineer|sound guy|sound man|sound tech|deposit|pa hire|pa|door staff|door person|security|backline hire|for engineer|for the engineer|for sound|sound|soundman|lights|lighting|door person fee|merch cut|buy on|buy in|pay to play",
    costs="costs|cost|expenses|production|promo|room costs|pa costs|overheads|production costs|exes|expences|house costs|venue costs|engineer|sound|pa|hire",
    after="after|minus|less|over|above|once|past|on top of|beyond|when we hit|post",
    break_even="break even|breakeven|breaking even|split point|b/e|costs are covered|recoup|recouped|costs recouped|recoupment|bep",
    advance="adv|advance|in advance|advance tickets|adv tickets|advanced|early bird|eb|presale|pre sale|online|adv.",
    on_the_door="dos|otd|on the door|at the door|on door|at door|otn|on the night|day of show|day of|door|doors|o.t.d|d.o.s|otd.",
    tickets="ticket|tickets|tix|entry|entrance|admission|tkt|tkts|cover|cover charge|ticket price|notaflof|suggested donation|tickets are|entry fee|a ticket|per ticket|ticketed at|tickets at",
    free_entry="free entry|free in|free show|free gig|free admission|entry free|entry is free|no cover|no cover charge|free to get in|free event|pwyw|pwyc|pay what you can|pay what you want|pay what you like|donation entry|free night",
    all_ages="all ages|all ages show|aa|all age|a/a|ages welcome|family friendly|kids welcome|under 18s welcome|u18s welcome|all ages welcome|no age restriction",
    and_over="and over|and up|or over|or older|yrs +|years +|and older|only|s only|over",
    notes="backline|drums|drum kit|kit|cab|cabs|amp|amps|pa|in house|engineer|breakables|breakable|seated|parking|filmed|radius|links|originals|original|no covers|must have|stage|monitors|desk|cymbals|merch|bass cab|guitar cab|hang on|"
    "exclusivity|exclusive|no backing tracks|backing tracks|lights|projector|green room|stairs|no smoke|plus ones|draw|in touch|bar till|dj|time wasters|epk|insurance|pli|pat|no soundcheck|ampless|quiet one|promo|posters|share|cash|filming|recording",
    places="at|in|@|headlining|playing|headline|near|over at|down at|live at|upstairs at|downstairs at",
    players="drummer|bassist|bass player|guitarist|guitar player|singer|vocalist|keys player|keyboard player|keyboardist|sax player|trumpet player|violinist|fiddle player|percussionist|lead guitarist|rhythm guitarist|frontman|frontwoman|front person|"
    "drums player|horn player|horn section|backing singer|backing vocalist|second guitarist|trombonist|saxophonist|cellist|pianist|bass|drums|keys|sound engineer|roadie|driver|tour manager|photographer",
    deps="dep|deps|depping|sub|subs|stand in|stand ins|fill in|session player|session musician",
    seeking="looking for a gig|looking for gigs|looking for shows|looking for a show|looking for dates|looking for support slots|looking for a support slot|looking for slots|looking for a slot|after gigs|after a gig|need a gig|need gigs|seeking gigs|seeking shows|"
    "want gigs|want a gig|gigs wanted|gig wanted|looking to play|looking to gig|would love to play|we'd love to play|can we play|want to play|available for gigs|available for bookings|available to play|looking to fill a gap in our tour|looking to book a tour|"
    "anyone need a band|anyone need a support|anyone need a support band|need a support act for our|shows wanted|we need a show|we need a gig|looking for support on|can anyone book us|book us|want to support|love to support|love to open|happy to open|happy to support|looking for support slots",
    own_diary="i can't|i cant|can't do|cant do|can't make|cant make|i can|i could|i'm free|im free|i am free|i'm away|im away|i'm busy|im busy|i'm out|im out|i'm working|i'm not|we're free|we are free|we're away|we are away|we're busy|we can do|we can't|we cant|busy|"
    "away|not free|not available|unavailable|no good|i won't|i've got|ive got|i have|free after|free from|free all|free on|free every|working|on holiday|can do|could do|gigging|i might|might be|i'll be|ill be|i work|i'm up for|works for me|i teach|i'm teaching|"
    "put me down|count me|mark me|no gigs|doing nothing|on shift|my|i'm off|off work|i",
    own_plans="rehearsal|rehearsals|rehearse|practice|band practice|band meeting|meeting|we're on|we are on|confirmed|studio time|jam|selling|for sale|driving",
    questions="who|who's|whos|what|what's|whats|when|when's|which|where|where's|why|why's|how|how's|does|is|are|did|do|can we|can you|can everyone|can everybody|could we|could you|shall we|should we|are we|are you|is it|is there|are there|do we|do you|does anyone|"
    "does everyone|will we|has it|have we|have you|did anyone|show me|list|tell me|remind me|give me|any news|any chance|was|were|will|would|can i|could i|am i|have i|can the|should i",
    invitations="who wants|who fancies|who's up for|whos up for|who is up for|anyone for|anyone up for|anyone fancy|anyone want|anyone wanna|any bands|any band|any acts|any local|anybody for|anybody up for|anybody fancy|anyone available|anyone free|can anyone|can any band|"
    "can anybody|does anyone fancy|does any band|does anyone want|fancy a|fancy|want a|are you a|are there any bands|do you want|are you in a band|who's free|who can|which bands|any takers|anyone about|know a band|know any bands|does anyone know a|anyone know a",
    corrections="undo|scrap that|scratch that|actually make that|make that|make it|i meant|i mean|ignore my last|ignore that|forget that|nevermind|never mind|delete that|cancel that|cancel the|remove the|change that|correction|my mistake|oops|wrong date|wrong day|changing|"
    "moved to|move to|moved from|change the|can you change|swap|not the|now full|is off|has moved|we moved|update|has been cancelled|has been canceled|gig cancelled|gig's off|postponed|rescheduled",
    bookings="hold on|put us on|challenge accepted|we're confirming|confirming|accepted|pulling out|yes from us|we'd love to|we'd love this|first hold|second hold|put a hold|put us down|answer by|expires|next in line|guest list pls|happy to confirm|can confirm|we confirm|we accept|we're in|"
    "count us in|release the hold|releasing|thanks for having|thanks for last|sold out|tickets here|tickets on sale|come down|come and see|see you at|we're on at|out now|on sale now|come see|can't wait|cannot wait|looking forward|who's coming|great show|great gig|last night",
)
