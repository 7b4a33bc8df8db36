# Det grensesnittet seier, side for side.

back = Tilbake
close = Lukk
cancel = Avbryt
call = Ring
edit = Rediger
mail = E-post
call-name = Ring { $name }
mail-name = Send e-post til { $name }
someone = Nokon
site-unnamed = Bygg utan namn
copied = Kopiert
copy-failed = Fekk ikkje kopiert. Merk teksten og kopier sjølv.
try-again = Prøv igjen
minutes = { $n } min

day-today = i dag
day-yesterday = i går
day-tomorrow = i morgon
day-in-three = om tre dagar
day-in-week = om ei veke
week-number = Veke { $n }
day-time = { $day } { $time }
at-time = { $day } kl. { $time }

written-day = dd.mm.åååå
written-time = tt.mm
written-moment = dd.mm.åååå tt.mm
written-choose = Vel i kalenderen
clock-twice = Klokka blir { $time } to gonger denne natta. Kva for ei?
clock-first = Første gongen (sommartid)
clock-second = Andre gongen (normaltid)
clock-summer = { $time } (sommartid)
clock-winter = { $time } (normaltid)
clock-other = Denne eininga er stilt på ei anna tidssone. Bomiljø går etter klokka i { $place }, som no er { $time }.
more-zone-what = Klokka som gjeld for bygget. Alle tider blir viste etter ho, kva enn eininga er stilt på.

nav-skip = Gå til innhaldet
nav-sections = Delar av Bomiljø
nav-sections-phone = Hovudmeny
nav-today = I dag
nav-residents = Bebuarar
nav-partners = Partnarar
nav-more = Meir
nav-more-waiting =
    { $n ->
        [one] – éin stad med to versjonar
       *[other] – { $n } stader med to versjonar
    }
nav-search = Søk
nav-new = Ny

today-hero = Kven snakka du med?
today-visit-with = Ny samtale med
today-someone-else = Nokon andre
today-living =
    { $n ->
        [one] 1 bur her
       *[other] { $n } bur her
    }
today-count =
    { $n ->
        [0] Ingen samtalar i dag
        [one] 1 samtale i dag
       *[other] { $n } samtalar i dag
    }
week-count = { $n } denne veka
today-drafts = Ikkje ferdig
today-conflicts = To versjonar
today-two-versions = De skreiv samtidig – vel kva som skal gjelde
today-open = Blir følgt opp
today-tick = Marker som i orden
today-recent = Sist logga
today-empty = Velkomen!
today-empty-what = Begynn med å leggje inn dei som bur her. Så er den første samtalen tre trykk unna.
today-first-resident = Legg inn ein bebuar
today-first-colleague = Inviter ein kollega
today-first-visit = Logg ein samtale

lost-title = Fann ikkje sida
lost-lead = Her er det ingenting
lost-what = Kanskje er det sletta, eller lenkja er ikkje heil. Ingenting anna er borte.

visit-with = Samtale med { $who }
visit-unknown = Utan namn
visit-others = Fleire
visit-find = Finn ein bebuar
picker-shown = Viser { $shown } av { $n }. Skriv meir for å finne fleire.
visit-more-topics = Meir …
visit-owner = { $topic } er det { $owner } som svarar på
visit-now = No

form-optional = valfritt
form-ahead = Dette er fram i tid. Stemmer det?
form-save = Lagre
form-saving = Lagrar …
form-more = Meir
form-none = Ikkje valt
form-new =
    { $kind ->
        [tema] Nytt tema
       *[other] Ny { $kind }
    }
form-edit = Rediger { $kind }
form-problems = Dette må rettast før det kan lagrast
form-draft-kept = Kladd lagra
form-draft-failed = Kladden er ikkje lagra
form-drop-draft = Kast kladden
draft-going-on = Du held fram på ein kladd frå { $when }.
draft-waits = Her ligg det ein kladd frå { $when } som ikkje er lagra.
draft-overtaken = { $who } har endra dette sidan ({ $when }).
draft-go-on = Hald fram på kladden
form-delete = Slett
form-made = Skrive av { $who } { $when }.
form-changed = Endra av { $who } { $when }.
form-add-contact = Legg til kontakt
form-contact-role = Kontakt { $n }: rolle
form-contact-who = Kontakt { $n }: kven
form-contact-remove = Fjern kontakt { $n }
close-form = Lukk skjemaet

toast-saved = Lagra
toast-show = Vis
toast-undo = Angre
toast-undone = Angra
toast-deleted = Sletta
toast-settled = Markert som i orden
toast-draft-dropped = Kladden er kasta
toast-draft-back = Kladden er tilbake
print-failed = Utskrifta kom ikkje i gang. Ingenting er borte. Prøv igjen.

conflict-title =
    { $n ->
        [2] To versjonar av «{ $field }»
       *[other] { $n } versjonar av «{ $field }»
    }
conflict-lead = De skreiv her utan å sjå kvarandre. Ingenting er borte. Kva skal gjelde?
conflict-lead-choice = De valde kvar for dykk, utan å sjå kvarandre. Ingenting er borte. Kva skal gjelde?
conflict-choose = Vel denne
conflict-choose-name = Vel denne, skriven av { $who }
conflict-both = Behald begge
conflict-write = Skriv saman
conflict-write-label = Skriv dei saman til éin tekst
conflict-write-save = Lagre teksten
conflict-write-drop = Kast denne teksten
conflict-empty = (tomt)
conflict-settled = Valet er lagra. Det andre står i historikken.
conflict-notice = Her er det to versjonar, og ingen har valt enno. Du ser den siste.
conflict-go = Vel kva som skal gjelde

outlived-title = Skal dette slettast?
outlived-lead = { $who } sletta det { $when }. { $other } skreiv i det { $later } utan å vite om det, så det står her framleis.
outlived-keep = Behald
outlived-kept = Behalde

coming-title = Komande avtalar
coming-none = Ingen komande avtalar
coming-none-what = Legg inn når ein bebuar skal til legen, banken eller Nav, så ser alle det her.

versions-title = To versjonar
versions-line = Stader der de skreiv samtidig, og nokon må velje
list-all = Vis alle { $n }
list-more = Vis fleire ({ $n } til)
list-rest = { $n } til er ikkje viste her.
unsettled-title = Korleis gjekk det?
open-none = Ingenting å følgje opp
open-none-what = Samtalar der de har lova noko, står her til nokon tek det vidare eller markerer det som i orden.
drafts-rest =
    { $n ->
        [one] 1 kladd til. Han kjem fram når ein av desse er ferdig.
       *[other] { $n } kladdar til. Dei kjem fram når desse er ferdige.
    }
versions-none = Ingenting å velje mellom
versions-none-what = Når to av dykk skriv på same staden utan å sjå kvarandre, står begge versjonane her til nokon har valt.

residents-find = Søk etter namn eller dør
residents-here = Bur her
residents-gone = Flytta ut
residents-new = Ny bebuar
residents-count =
    { $n ->
        [one] 1 bebuar
       *[other] { $n } bebuarar
    }
residents-rest =
    { $n ->
        [one] 1 bebuar til står ikkje i lista. Skriv namnet, så kjem han fram.
       *[other] { $n } bebuarar til står ikkje i lista. Skriv namnet, så kjem dei fram.
    }
residents-never = aldri
residents-last = Sist snakka med:
residents-days =
    { $n ->
        [one] 1 dag
       *[other] { $n } dagar
    }
residents-no-match = Fann ingen. Prøv færre bokstavar.
residents-none-gone = Ingen har flytta ut enno.
residents-empty = Ingen bebuarar enno
residents-empty-what = Legg inn namnet, så kan du logge samtalar med ein gong. Resten kan vente.

resident-days =
    { $n ->
        [one] budd her 1 dag
       *[other] budd her { $n } dagar
    }
resident-left = flytta ut { $when }
same-others = Også registrert som:
same-counts = Registrert to gonger. Alt som er skrive, står hos:
resident-alike = Kanskje registrert frå før:
resident-interpreter-sometimes = tolk når det er viktig
resident-interpreter-always = alltid tolk
resident-contacts =
    { $n ->
        [one] 1 kontakt
       *[other] { $n } kontaktar
    }
resident-story = Alt som er notert
resident-filter = Vis berre
resident-open = Ikkje avslutta
resident-all = Alt
resident-earlier = Vis tidlegare ({ $n } til)
resident-no-story = Ingenting logga enno
resident-no-story-what = Trykk «Samtale» når de har snakka saman.

partners-line = Kven ein ringjer, og kva dei svarar på
partner-records = Saker og avtalar
partners-new = Ny partnar
partner-edit = Rediger { $name }
partners-empty = Ingen partnarar enno
partners-empty-what = Legg inn Nav, utleigar og fastlegar, så er dei eitt trykk unna.

units-title = Leilegheiter
units-new = Ny leilegheit
units-empty = Ingen leilegheiter enno
units-empty-what = Legg inn dørnummera, så veit alle kven som bur kvar.

search-find = Søk i alt
search-hint = Skriv to bokstavar. Søket finn namn, dører, partnarar, tema og det de har skrive – også midt i eit ord eller med ein skrivefeil.
search-alike = Fann ikkje akkurat det. Dette liknar:
search-rest = { $n } treff til. Skriv meir, så finn du dei.
search-count =
    { $n ->
        [0] Fann ingenting. Prøv færre bokstavar.
        [one] 1 treff
       *[other] { $n } treff
    }

fetching-missing = Noko av det kollegaene har skrive, er ikkje henta enno. Det kjem av seg sjølv, og du kan jobbe som vanleg så lenge.
fetching-bar = Henta
fetching-count = { $done } av { $of } endringar

sync-title = Sending
sync-all-sent = Alt er sendt { $when }
sync-never = Koplar til …
sync-fetching = Hentar { $percent } %
sync-offline = Utan nett
sync-waiting =
    { $n ->
        [one] 1 ventar
       *[other] { $n } ventar
    }
sync-waiting-offline =
    { $n ->
        [one] 1 ventar – utan nett
       *[other] { $n } ventar – utan nett
    }
sync-failed = Kunne ikkje sende: { $why }
sync-not-fetched = Kunne ikkje hente: { $why }
sync-explain-starting = Bomiljø tek kontakt med tenaren. Det du skriv, er trygt lagra her så lenge.
sync-explain-fetching = Bomiljø hentar det kollegaene har skrive. Du kan jobbe som vanleg så lenge. Blir det avbrote, held det fram der det slapp.
sync-explain-sent = Alt du har lagra, er sendt til kollegaene dine.
sync-explain-waiting = Noko er ikkje sendt enno. Det er trygt lagra her og går av seg sjølv.
sync-explain-offline = Det er ikkje nett no. Alt er trygt lagra på denne eininga og blir sendt av seg sjølv når nettet er tilbake. Du kan jobbe som vanleg.
sync-count =
    { $n ->
        [0] Ingenting ventar.
        [one] 1 endring ventar på å bli send.
       *[other] { $n } endringar ventar på å bli sende.
    }
sync-last = Sist sendt og henta { $when }.
sync-last-never = Ikkje sendt og henta enno.
sync-unread =
    { $n ->
        [one] 1 endring frå ein kollega kunne ikkje lesast enno. Ho er teken vare på.
       *[other] { $n } endringar frå kollegaer kunne ikkje lesast enno. Dei er tekne vare på.
    }
sync-clock =
    { $n ->
        [one] Klokka på denne eininga går eitt minutt feil. Still henne, så blir tidene rette.
       *[other] Klokka på denne eininga går { $n } minutt feil. Still henne, så blir tidene rette.
    }
sync-salvaged =
    { $n ->
        [0] Datafila var skadd. Alt som stod i henne, er flytt over i ei ny. Den gamle heiter { $kept }.
        [one] Datafila var skadd. Det som kunne lesast, er flytt over i ei ny; 1 side var øydelagd. Det som er sendt frå før, blir henta på nytt. Den gamle fila heiter { $kept }.
       *[other] Datafila var skadd. Det som kunne lesast, er flytt over i ei ny; { $n } sider var øydelagde. Det som er sendt frå før, blir henta på nytt. Den gamle fila heiter { $kept }.
    }
sync-ahead =
    { $n ->
        [one] Klokka har gått feil: det siste som vart skrive her, er datert éin dag fram i tid. Det du skriv frå no av, får rett tid.
       *[other] Klokka har gått feil: det siste som vart skrive her, er datert { $n } dagar fram i tid. Det du skriv frå no av, får rett tid.
    }
sync-conflicts =
    { $n ->
        [one] Éin stad har to versjonar
       *[other] { $n } stader har to versjonar
    }
sync-try = Send og hent no
sync-trying = Prøver …
sync-came-sent = Det gjekk bra: alt er sendt og henta.
sync-came-offline = Framleis utan nett. Bomiljø prøver igjen av seg sjølv.
sync-came-slow = Det tek litt tid. Bomiljø held fram av seg sjølv.

refusal-member-short = eininga er ikkje med i bygget
refusal-member = Tenaren kjenner ikkje denne eininga som med i bygget. Kanskje er ho teken ut. Det du har skrive, er trygt lagra her. Spør ein kollega om ny kode, eller den som styrer tenaren.
refusal-size-short = ei endring er for stor
refusal-size = Noko av det som skal sendast, er større enn tenaren tek imot. Det er trygt lagra her. Sei frå til den som styrer tenaren.
refusal-busy-short = tenaren har mykje å gjere
refusal-busy = Tenaren har mykje å gjere og ber oss vente litt. Alt er trygt lagra her og går av seg sjølv.
refusal-storage-short = tenaren får ikkje lagra
refusal-storage = Tenaren får ikkje lagra akkurat no. Alt er trygt lagra her og blir sendt av seg sjølv. Sei frå til den som styrer tenaren om det varer.
refusal-unproven-short = sambandet er ikkje sikkert
refusal-unproven = Tenaren kan ikkje vise kven han er, så ingenting er sendt. Gjestenett vil ofte at ein loggar inn i nettlesaren først, og klokka på eininga må gå rett. Alt er trygt lagra her og blir sendt av seg sjølv. Sei frå til den som styrer tenaren om det varer.
refusal-stranger-short = fekk svar frå noko anna
refusal-stranger = Det som svarte, er ikkje tenaren til Bomiljø. På gjestenett må ein ofte logge inn i nettlesaren først. Alt er trygt lagra her og blir sendt av seg sjølv.
refusal-insecure-short = sambandet er ikkje sikkert
refusal-insecure = Det som svarar på adressa, bruker ikkje sikkert samband, så ingenting er sendt. Alt er trygt lagra her og blir sendt av seg sjølv når det er retta. Sjekk adressa, eller sei frå til den som styrer tenaren.
refusal-blocked-short = nettet slepper oss ikkje fram
refusal-blocked = Noko på vegen nektar Bomiljø å nå tenaren: ein brannmur, eit filter eller eit gjestenett som vil at ein loggar inn først. Alt er trygt lagra her og blir sendt av seg sjølv. Prøv eit anna nett, eller spør den som styrer nettet.
refusal-broken-short = noko er gale på tenaren
refusal-broken = Tenaren, eller noko framfor han, melder om feil. Alt er trygt lagra her og blir sendt av seg sjølv. Sei frå til den som styrer tenaren om det varer.
refusal-damaged-short = noko er skadd på tenaren
refusal-damaged = Ei endring frå ein kollega kjem fram skadd kvar gong. Det du skriv, blir sendt som vanleg, men det kollegaene har skrive etter ho, kjem ikkje hit før det er retta. Sei frå til den som styrer tenaren: han må setjast tilbake frå ein tryggingskopi. Då kjem alt av seg sjølv.
refusal-wavers-short = tenaren byrjar stadig på nytt
refusal-wavers = Tenaren seier igjen og igjen at han har byrja på nytt. Kanskje svarar to tenarar på same adressa. Alt er trygt lagra her, og Bomiljø prøver sjeldnare så lenge. Sei frå til den som styrer tenaren.

keys-title = Tastatursnarvegar
keys-new = Noter noko nytt
keys-search = Søk
keys-today = Gå til I dag
keys-residents = Gå til Bebuarar
keys-partners = Gå til Partnarar
keys-more = Gå til Meir
keys-help = Vis denne lista
keys-back = Tilbake, eller ut av feltet
keys-save = Lagre samtalen
keys-off = Snarvegane kan slåast av under Meir.

more-language = Språk i Bomiljø
more-keys = Tastatursnarvegar

invite-title = Inviter ein kollega
invite-what = Kollegaen limer inn koden når Bomiljø blir starta første gong, eller opnar lenkja i nettlesaren.
invite-warning = Den som har koden, kan lese alt om bygget, no og seinare. Koden går aldri ut og kan ikkje trekkjast tilbake. Gi han berre til kollegaer, ansikt til ansikt.
invite-show = Vis koden
invite-code = Kode for å bli med
invite-mark = Kjenneteikn: { $mark }. Kollegaen ser det same før ho eller han blir med.
invite-copy-code = Kopier koden
invite-copy-link = Kopier lenkja

about-title = Kva som ligg kvar
about-where = Alt du skriv, blir lagra kryptert på denne eininga først. Difor verkar Bomiljø også utan nett.
about-key-system = Nøkkelen ligg i nøkkelringen til systemet.
about-key-file = Nøkkelen ligg i ei fil på denne eininga, fordi systemet ikkje har nokon nøkkelring. Pass på at eininga er låst med passord.
about-key-browser = Nøkkelen ligg i nettlesaren og kan ikkje kopierast ut. Tømmer du nettlesardataa, forsvinn det som ikkje er sendt.
about-server = Tenaren tek imot forsegla endringar som han sjølv ikkje kan lese.
about-server-browser = Tenaren tek imot forsegla endringar som han sjølv ikkje kan lese. Men i nettlesaren kjem sjølve programmet òg frå tenaren. Den som styrer tenaren, kan difor byte ut programmet og lese det du skriv. Det gjeld ikkje når Bomiljø er installert som eit eige program.
about-never = Skriv aldri fødselsnummer eller diagnosar. Skriv det ein kollega treng for å hjelpe vidare.
about-not-persistent = Nettlesaren har ikkje lova å ta vare på dataa. Legg Bomiljø til på heimskjermen, og send ofte.

start-title = Velkomen til Bomiljø
start-lead = Notatboka for de som jobbar der folk bur.
start-choose = Vel korleis du vil begynne
start-join = Bli med i eit bygg
start-join-what = Ein kollega har gitt deg ein kode
start-found = Start eit nytt bygg
start-found-what = Du er den første på laget
start-code = Kode
start-code-what = Kollegaen din finn koden under Meir.
start-leads = Koden fører til { $server }. Kjenneteiknet er { $mark }. Sjekk at kollegaen din ser det same kjenneteiknet, før du blir med.
start-server = Adressa til tenaren
start-server-what = Spør den som styrer tenaren i kommunen.
start-site = Namnet på bygget
start-site-what = Det de kallar det, til dømes gateadressa.
start-name = Namnet ditt
start-name-what = Blir vist ved det du skriv. Førenamnet er nok.
start-join-do = Bli med
start-found-do = Start bygget
start-busy = Vent litt …
start-offline = Bomiljø får ikkje kontakt med tenaren. Det du har skrive, står her framleis. Sjekk nettet og adressa, og prøv igjen.
start-incomplete = Fyll ut alle felta, så går det.

stopped-title = Bomiljø stoppa
stopped-safe = Det du har lagra, er trygt, og det du heldt på å skrive, er lagra som kladd. Opne Bomiljø på nytt for å halde fram.
stopped-reload = Opne på nytt
stopped-report = Hjelp oss å rette feilen: Send dette til den som hjelper dykk med Bomiljø. Det inneheld ingen opplysningar om bebuarar eller tilsette.
stopped-copy = Kopier
stopped-save = Lagre som fil

broken-title = Bomiljø får ikkje opna dataa
broken-open-title = Bomiljø er ope i ei anna fane
broken-open-what = Berre éi fane om gongen kan bruke dataa, så ingenting blir skrive over. Ingenting er borte. Lukk den andre fana og prøv igjen.
broken-storage-title = Nettlesaren kan ikkje lagre
broken-storage-what = Bomiljø må kunne lagre på eininga. Slå av privat vindauge, eller bruk ei nyare utgåve av Chrome, Edge, Firefox eller Safari. Ingenting er gått tapt.

nav-activities = Aktivitetar
nav-cases = Saker
nav-plus = Kva vil du notere?
history = Historikk

agenda-title = Planen for dagen
agenda-now = no
agenda-in-minutes = om { $n } min
agenda-in-hours-minutes = om { $hours } t { $minutes } min
agenda-in-hours =
    { $n ->
        [one] om 1 time
       *[other] om { $n } timar
    }
agenda-you-escort = du følgjer
agenda-escort = { $who } følgjer
agenda-interpreter = tolk tinga
today-due = Må gjerast i dag
today-back = Kom tilbake

appointment-alone = Ingen
appointment-yes = Ja
appointment-slip = Lapp til bebuaren
appointment-next = Neste avtale
appointment-after = Det som kom etter
sheet-new-time = Ny tid
sheet-tomorrow = I morgon
sheet-week = Om ei veke
sheet-fortnight = Om to veker
sheet-month = Om fire veker
sheet-when = Vel når ho er flytta til
sheet-past = Vel ein dag som ikkje er forbi
sheet-why = Kvifor
sheet-saved-next = Lagra. Neste avtale: { $when }

visit-pass-on = Send vidare til { $who }
visit-way-on = Lagre og lag

more-topics = Tema og kven som svarar
more-report = Rapport
more-files = Import og eksport
more-bin = Sletta
keys-activities = Gå til Aktivitetar
keys-cases = Gå til Saker

more-remind = Varsel
more-remind-what = Varsla seier aldri kven eller kva. Dei kjem så lenge Bomiljø er ope.
more-remind-allow = Slå på varsel
remind-appointment = Ein avtale er om ein time
remind-due = Noko må gjerast i dag
remind-answer = Det har kome eit svar

language-ckb = kurdisk (sorani)
language-kmr = kurdisk (kurmandsji)

# Teamet.
team-title = Teamet
team-line = Kven som jobbar her, og når
team-new = Ny kollega
team-left = Har slutta
member-you = Dette er deg
member-waiting = Har ansvaret for
member-device = Ei eining til
member-device-what = Denne koden er for same person på ein telefon eller PC til. Alt som blir skrive der, får same namn.
more-namesake = Ein kollega heiter det same, så dei andre ser deg som { $name }. Skriv etternamnet ditt på sida di, så blir det klart kven som er kven.
more-my-page = Sida di
start-known = Koden er laga for ein som alt er i teamet. Namnet følgjer med.
form-another-language = Legg til eit språk
form-text-in = Tekst på { $language }
form-add-hours = Legg til ein dag
form-hours-day = Dag, rad { $n }
form-hours-from = Frå, rad { $n }
form-hours-to = Til, rad { $n }
form-hours-remove = Fjern { $day }

# Tema.
topics-title = Tema
topics-usual = Utan eit namn her heiter temaet «{ $topic }».
topics-line = Kva samtalar kan handle om, kven som svarar, og rekkjefølgja på temaa
topics-new = Nytt tema
topics-hidden = Skjult
topics-up = Flytt { $topic } opp
topic-gone = Sletta tema
form-period-from = Frå
form-period-to = Til
period-from = frå { $from }
form-add-step = Legg til eit steg
form-add-line = Legg til eit punkt
form-line = Punkt { $n }
form-line-about = Kva sak punkt { $n } gjeld
form-line-remove = Fjern punkt { $n }
form-step-done = Steg { $n } er gjort
form-step-day = Frist, steg { $n }
step-by = innan { $day }
step-done = gjort { $day }
form-file-remove = Fjern { $name }
