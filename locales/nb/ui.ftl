# Det grensesnittet sier, side for side.

back = Tilbake
close = Lukk
cancel = Avbryt
call = Ring
edit = Rediger
mail = E-post
call-name = Ring { $name }
mail-name = Send e-post til { $name }
someone = Noen
site-unnamed = Bygg uten navn
copied = Kopiert
copy-failed = Fikk ikke kopiert. Merk teksten og kopier selv.
try-again = Prøv igjen
minutes = { $n } min

day-today = i dag
day-yesterday = i går
day-tomorrow = i morgen
day-in-three = om tre dager
day-in-week = om en uke
week-number = Uke { $n }
day-time = { $day } { $time }
at-time = { $day } kl. { $time }

written-day = dd.mm.åååå
written-time = tt.mm
written-moment = dd.mm.åååå tt.mm
written-choose = Velg i kalenderen
clock-twice = Klokka blir { $time } to ganger denne natta. Hvilken?
clock-first = Første gang (sommertid)
clock-second = Andre gang (normaltid)
clock-summer = { $time } (sommertid)
clock-winter = { $time } (normaltid)
clock-other = Denne enheten er stilt på en annen tidssone. Bomiljø går etter klokka i { $place }, som nå er { $time }.
more-zone-what = Klokka som gjelder for bygget. Alle tider vises etter den, hva enn enheten er stilt på.

nav-skip = Gå til innholdet
nav-sections = Deler av Bomiljø
nav-sections-phone = Hovedmeny
nav-today = I dag
nav-residents = Beboere
nav-partners = Partnere
nav-more = Mer
nav-more-waiting =
    { $n ->
        [one] – ett sted med to versjoner
       *[other] – { $n } steder med to versjoner
    }
nav-search = Søk
nav-new = Ny

today-hero = Hvem snakket du med?
today-visit-with = Ny samtale med
today-someone-else = Noen andre
today-living =
    { $n ->
        [one] 1 bor her
       *[other] { $n } bor her
    }
today-count =
    { $n ->
        [0] Ingen samtaler i dag
        [one] 1 samtale i dag
       *[other] { $n } samtaler i dag
    }
week-count = { $n } denne uka
today-drafts = Ikke ferdig
today-conflicts = To versjoner
today-two-versions = Dere skrev samtidig – velg hva som skal gjelde
today-open = Følges opp
today-tick = Marker som i orden
today-recent = Sist logget
today-empty = Velkommen!
today-empty-what = Begynn med å legge inn dem som bor her. Så er første samtale tre trykk unna.
today-first-resident = Legg inn en beboer
today-first-colleague = Inviter en kollega
today-first-visit = Logg en samtale

lost-title = Fant ikke siden
lost-lead = Her er det ingenting
lost-what = Kanskje er det slettet, eller lenken er ikke hel. Ingenting annet er borte.

visit-with = Samtale med { $who }
visit-unknown = Uten navn
visit-others = Flere
visit-find = Finn en beboer
picker-shown = Viser { $shown } av { $n }. Skriv mer for å finne flere.
visit-more-topics = Mer …
visit-owner = { $topic } er det { $owner } som svarer på
visit-now = Nå

form-optional = valgfritt
form-ahead = Dette er fram i tid. Stemmer det?
form-save = Lagre
form-saving = Lagrer …
form-more = Mer
form-none = Ikke valgt
form-new =
    { $kind ->
        [tema] Nytt tema
       *[other] Ny { $kind }
    }
form-edit = Rediger { $kind }
form-problems = Dette må rettes før det kan lagres
form-draft-kept = Kladd lagret
form-draft-failed = Kladden er ikke lagret
form-drop-draft = Kast kladden
draft-going-on = Du fortsetter på en kladd fra { $when }.
draft-waits = Her ligger en kladd fra { $when } som ikke er lagret.
draft-overtaken = { $who } har endret dette siden ({ $when }).
draft-go-on = Fortsett på kladden
form-delete = Slett
form-made = Skrevet av { $who } { $when }.
form-changed = Endret av { $who } { $when }.
form-add-contact = Legg til kontakt
form-contact-role = Kontakt { $n }: rolle
form-contact-who = Kontakt { $n }: hvem
form-contact-remove = Fjern kontakt { $n }
close-form = Lukk skjemaet

toast-saved = Lagret
toast-show = Vis
toast-undo = Angre
toast-undone = Angret
toast-deleted = Slettet
toast-settled = Markert som i orden
toast-draft-dropped = Kladden er kastet
toast-draft-back = Kladden er tilbake
print-failed = Utskriften kom ikke i gang. Ingenting er borte. Prøv igjen.

conflict-title =
    { $n ->
        [2] To versjoner av «{ $field }»
       *[other] { $n } versjoner av «{ $field }»
    }
conflict-lead = Dere skrev her uten å se hverandre. Ingenting er borte. Hva skal gjelde?
conflict-lead-choice = Dere valgte hver for dere, uten å se hverandre. Ingenting er borte. Hva skal gjelde?
conflict-choose = Velg denne
conflict-choose-name = Velg denne, skrevet av { $who }
conflict-both = Behold begge
conflict-write = Skriv sammen
conflict-write-label = Skriv dem sammen til én tekst
conflict-write-save = Lagre teksten
conflict-write-drop = Kast denne teksten
conflict-empty = (tomt)
conflict-settled = Valget er lagret. Det andre står i historikken.
conflict-notice = Her er det to versjoner, og ingen har valgt ennå. Du ser den siste.
conflict-go = Velg hva som skal gjelde

outlived-title = Skal dette slettes?
outlived-lead = { $who } slettet det { $when }. { $other } skrev i det { $later } uten å vite om det, så det står her fortsatt.
outlived-keep = Behold
outlived-kept = Beholdt

coming-title = Kommende avtaler
coming-none = Ingen kommende avtaler
coming-none-what = Legg inn når en beboer skal til legen, banken eller Nav, så ser alle det her.

versions-title = To versjoner
versions-line = Steder der dere skrev samtidig, og noen må velge
list-all = Vis alle { $n }
list-more = Vis flere ({ $n } til)
list-rest = { $n } til vises ikke her.
unsettled-title = Hvordan gikk det?
open-none = Ingenting å følge opp
open-none-what = Samtaler der dere har lovet noe, står her til noen tar det videre eller merker det som i orden.
drafts-rest =
    { $n ->
        [one] 1 kladd til. Den kommer fram når en av disse er ferdig.
       *[other] { $n } kladder til. De kommer fram når disse er ferdige.
    }
versions-none = Ingenting å velge mellom
versions-none-what = Når to av dere skriver på samme sted uten å se hverandre, står begge versjonene her til noen har valgt.

residents-find = Søk etter navn eller dør
residents-here = Bor her
residents-gone = Flyttet ut
residents-new = Ny beboer
residents-count =
    { $n ->
        [one] 1 beboer
       *[other] { $n } beboere
    }
residents-rest =
    { $n ->
        [one] 1 beboer til står ikke i lista. Skriv navnet, så kommer den fram.
       *[other] { $n } beboere til står ikke i lista. Skriv navnet, så kommer de fram.
    }
residents-never = aldri
residents-last = Sist snakket med:
residents-days =
    { $n ->
        [one] 1 dag
       *[other] { $n } dager
    }
residents-no-match = Fant ingen. Prøv færre bokstaver.
residents-none-gone = Ingen har flyttet ut ennå.
residents-empty = Ingen beboere ennå
residents-empty-what = Legg inn navnet, så kan du logge samtaler med en gang. Resten kan vente.

resident-days =
    { $n ->
        [one] bodd her 1 dag
       *[other] bodd her { $n } dager
    }
resident-left = flyttet ut { $when }
same-others = Også registrert som:
same-counts = Registrert to ganger. Alt som er skrevet, står hos:
resident-alike = Kanskje registrert fra før:
resident-interpreter-sometimes = tolk når det er viktig
resident-interpreter-always = alltid tolk
resident-contacts =
    { $n ->
        [one] 1 kontakt
       *[other] { $n } kontakter
    }
resident-story = Alt som er notert
resident-filter = Vis bare
resident-open = Ikke avsluttet
resident-all = Alt
resident-earlier = Vis tidligere ({ $n } til)
resident-no-story = Ingenting logget ennå
resident-no-story-what = Trykk «Samtale» når dere har snakket sammen.

partners-line = Hvem man ringer, og hva de svarer på
partner-records = Saker og avtaler
partners-new = Ny partner
partner-edit = Rediger { $name }
partners-empty = Ingen partnere ennå
partners-empty-what = Legg inn Nav, utleier og fastleger, så er de ett trykk unna.

units-title = Leiligheter
units-new = Ny leilighet
units-empty = Ingen leiligheter ennå
units-empty-what = Legg inn dørnumrene, så vet alle hvem som bor hvor.

search-find = Søk i alt
search-hint = Skriv to bokstaver. Søket finner navn, dører, partnere, temaer og det dere har skrevet – også midt i et ord eller med en skrivefeil.
search-alike = Fant ikke akkurat det. Dette ligner:
search-rest = { $n } treff til. Skriv mer, så finner du dem.
search-count =
    { $n ->
        [0] Fant ingenting. Prøv færre bokstaver.
        [one] 1 treff
       *[other] { $n } treff
    }

fetching-missing = Noe av det kollegene har skrevet, er ikke hentet ennå. Det kommer av seg selv, og du kan jobbe som vanlig så lenge.
fetching-bar = Hentet
fetching-count = { $done } av { $of } endringer

sync-title = Sending
sync-all-sent = Alt er sendt { $when }
sync-never = Kobler til …
sync-fetching = Henter { $percent } %
sync-offline = Uten nett
sync-waiting =
    { $n ->
        [one] 1 venter
       *[other] { $n } venter
    }
sync-waiting-offline =
    { $n ->
        [one] 1 venter – uten nett
       *[other] { $n } venter – uten nett
    }
sync-failed = Kunne ikke sende: { $why }
sync-not-fetched = Kunne ikke hente: { $why }
sync-explain-starting = Bomiljø tar kontakt med serveren. Det du skriver, er trygt lagret her så lenge.
sync-explain-fetching = Bomiljø henter det kollegene har skrevet. Du kan jobbe som vanlig så lenge. Blir det avbrutt, fortsetter det der det slapp.
sync-explain-sent = Alt du har lagret, er sendt til kollegene dine.
sync-explain-waiting = Noe er ikke sendt ennå. Det er trygt lagret her og går av seg selv.
sync-explain-offline = Det er ikke nett nå. Alt er trygt lagret på denne enheten og blir sendt av seg selv når nettet er tilbake. Du kan jobbe som vanlig.
sync-count =
    { $n ->
        [0] Ingenting venter.
        [one] 1 endring venter på å bli sendt.
       *[other] { $n } endringer venter på å bli sendt.
    }
sync-last = Sist sendt og hentet { $when }.
sync-last-never = Ikke sendt og hentet ennå.
sync-unread =
    { $n ->
        [one] 1 endring fra en kollega kunne ikke leses ennå. Den er tatt vare på.
       *[other] { $n } endringer fra kolleger kunne ikke leses ennå. De er tatt vare på.
    }
sync-clock =
    { $n ->
        [one] Klokka på denne enheten går ett minutt feil. Still den, så blir tidene riktige.
       *[other] Klokka på denne enheten går { $n } minutter feil. Still den, så blir tidene riktige.
    }
sync-salvaged =
    { $n ->
        [0] Datafila var skadet. Alt som sto i den, er flyttet over i en ny. Den gamle heter { $kept }.
        [one] Datafila var skadet. Det som kunne leses, er flyttet over i en ny; 1 side var ødelagt. Det som er sendt fra før, hentes på nytt. Den gamle fila heter { $kept }.
       *[other] Datafila var skadet. Det som kunne leses, er flyttet over i en ny; { $n } sider var ødelagt. Det som er sendt fra før, hentes på nytt. Den gamle fila heter { $kept }.
    }
sync-ahead =
    { $n ->
        [one] Klokka har gått feil: det siste som ble skrevet her, er datert én dag fram i tid. Det du skriver fra nå av, får rett tid.
       *[other] Klokka har gått feil: det siste som ble skrevet her, er datert { $n } dager fram i tid. Det du skriver fra nå av, får rett tid.
    }
sync-conflicts =
    { $n ->
        [one] Ett sted har to versjoner
       *[other] { $n } steder har to versjoner
    }
sync-try = Send og hent nå
sync-trying = Prøver …
sync-came-sent = Det gikk bra: alt er sendt og hentet.
sync-came-offline = Fortsatt uten nett. Bomiljø prøver igjen av seg selv.
sync-came-slow = Det tar litt tid. Bomiljø fortsetter av seg selv.

refusal-member-short = enheten er ikke med i bygget
refusal-member = Serveren kjenner ikke denne enheten som med i bygget. Kanskje er den tatt ut. Det du har skrevet, er trygt lagret her. Spør en kollega om ny kode, eller den som styrer serveren.
refusal-size-short = en endring er for stor
refusal-size = Noe av det som skal sendes, er større enn serveren tar imot. Det er trygt lagret her. Si fra til den som styrer serveren.
refusal-busy-short = serveren har mye å gjøre
refusal-busy = Serveren har mye å gjøre og ber oss vente litt. Alt er trygt lagret her og går av seg selv.
refusal-storage-short = serveren får ikke lagret
refusal-storage = Serveren får ikke lagret akkurat nå. Alt er trygt lagret her og blir sendt av seg selv. Si fra til den som styrer serveren hvis det varer.
refusal-unproven-short = forbindelsen er ikke sikker
refusal-unproven = Serveren kan ikke vise hvem den er, så ingenting er sendt. Gjestenett vil ofte at man logger inn i nettleseren først, og klokka på enheten må gå riktig. Alt er trygt lagret her og blir sendt av seg selv. Si fra til den som styrer serveren hvis det varer.
refusal-stranger-short = fikk svar fra noe annet
refusal-stranger = Det som svarte, er ikke serveren til Bomiljø. På gjestenett må man ofte logge inn i nettleseren først. Alt er trygt lagret her og blir sendt av seg selv.
refusal-insecure-short = forbindelsen er ikke sikker
refusal-insecure = Det som svarer på adressen, bruker ikke sikker forbindelse, så ingenting er sendt. Alt er trygt lagret her og blir sendt av seg selv når det er rettet. Sjekk adressen, eller si fra til den som styrer serveren.
refusal-blocked-short = nettet slipper oss ikke fram
refusal-blocked = Noe på veien nekter Bomiljø å nå serveren: en brannmur, et filter eller et gjestenett som vil at man logger inn først. Alt er trygt lagret her og blir sendt av seg selv. Prøv et annet nett, eller spør den som styrer nettet.
refusal-broken-short = noe er galt på serveren
refusal-broken = Serveren, eller noe foran den, melder om feil. Alt er trygt lagret her og blir sendt av seg selv. Si fra til den som styrer serveren hvis det varer.
refusal-damaged-short = noe er skadet på serveren
refusal-damaged = En endring fra en kollega kommer fram skadet hver gang. Det du skriver, blir sendt som vanlig, men det kollegene har skrevet etter den, kommer ikke hit før det er rettet. Si fra til den som styrer serveren: den må settes tilbake fra en sikkerhetskopi. Da kommer alt av seg selv.
refusal-wavers-short = serveren begynner stadig på nytt
refusal-wavers = Serveren sier igjen og igjen at den har begynt på nytt. Kanskje svarer to servere på samme adresse. Alt er trygt lagret her, og Bomiljø prøver sjeldnere så lenge. Si fra til den som styrer serveren.

keys-title = Tastatursnarveier
keys-new = Noter noe nytt
keys-search = Søk
keys-today = Gå til I dag
keys-residents = Gå til Beboere
keys-partners = Gå til Partnere
keys-more = Gå til Mer
keys-help = Vis denne lista
keys-back = Tilbake, eller ut av feltet
keys-save = Lagre samtalen
keys-off = Snarveiene kan slås av under Mer.

more-language = Språk i Bomiljø
more-keys = Tastatursnarveier

invite-title = Inviter en kollega
invite-what = Kollegaen limer inn koden når Bomiljø startes første gang, eller åpner lenken i nettleseren.
invite-warning = Den som har koden, kan lese alt om bygget, nå og senere. Koden går aldri ut og kan ikke trekkes tilbake. Gi den bare til kolleger, ansikt til ansikt.
invite-show = Vis koden
invite-code = Kode for å bli med
invite-mark = Kjennetegn: { $mark }. Kollegaen ser det samme før hun eller han blir med.
invite-copy-code = Kopier koden
invite-copy-link = Kopier lenken

about-title = Hva som ligger hvor
about-where = Alt du skriver, lagres kryptert på denne enheten først. Derfor virker Bomiljø også uten nett.
about-key-system = Nøkkelen ligger i systemets nøkkelring.
about-key-file = Nøkkelen ligger i en fil på denne enheten, fordi systemet ikke har noen nøkkelring. Pass på at enheten er låst med passord.
about-key-browser = Nøkkelen ligger i nettleseren og kan ikke kopieres ut. Tømmer du nettleserens data, forsvinner det som ikke er sendt.
about-server = Serveren tar imot forseglede endringer som den selv ikke kan lese.
about-server-browser = Serveren tar imot forseglede endringer som den selv ikke kan lese. Men i nettleseren kommer selve programmet også fra serveren. Den som styrer serveren, kan derfor bytte ut programmet og lese det du skriver. Det gjelder ikke når Bomiljø er installert som et eget program.
about-never = Skriv aldri fødselsnummer eller diagnoser. Skriv det en kollega trenger for å hjelpe videre.
about-not-persistent = Nettleseren har ikke lovet å beholde dataene. Legg Bomiljø til på hjemskjermen, og send ofte.

start-title = Velkommen til Bomiljø
start-lead = Notatboka for dere som jobber der folk bor.
start-choose = Velg hvordan du vil begynne
start-join = Bli med i et bygg
start-join-what = En kollega har gitt deg en kode
start-found = Start et nytt bygg
start-found-what = Du er den første på laget
start-code = Kode
start-code-what = Kollegaen din finner koden under Mer.
start-leads = Koden fører til { $server }. Kjennetegnet er { $mark }. Sjekk at kollegaen din ser det samme kjennetegnet, før du blir med.
start-server = Serverens adresse
start-server-what = Spør den som styrer serveren i kommunen.
start-site = Byggets navn
start-site-what = Det dere kaller det, for eksempel gateadressen.
start-name = Navnet ditt
start-name-what = Vises ved det du skriver. Fornavnet er nok.
start-join-do = Bli med
start-found-do = Start bygget
start-busy = Vent litt …
start-offline = Bomiljø får ikke kontakt med serveren. Det du har skrevet, står her fortsatt. Sjekk nettet og adressen, og prøv igjen.
start-incomplete = Fyll ut alle feltene, så går det.

stopped-title = Bomiljø stoppet
stopped-safe = Det du har lagret, er trygt, og det du holdt på å skrive, er lagret som kladd. Åpne Bomiljø på nytt for å fortsette.
stopped-reload = Åpne på nytt
stopped-report = Hjelp oss å rette feilen: Send dette til den som hjelper dere med Bomiljø. Det inneholder ingen opplysninger om beboere eller ansatte.
stopped-copy = Kopier
stopped-save = Lagre som fil

broken-title = Bomiljø får ikke åpnet dataene
broken-open-title = Bomiljø er åpent i en annen fane
broken-open-what = Bare én fane om gangen kan bruke dataene, så ingenting blir skrevet over. Ingenting er borte. Lukk den andre fanen og prøv igjen.
broken-storage-title = Nettleseren kan ikke lagre
broken-storage-what = Bomiljø må kunne lagre på enheten. Slå av privat vindu, eller bruk en nyere utgave av Chrome, Edge, Firefox eller Safari. Ingenting er gått tapt.

nav-activities = Aktiviteter
nav-cases = Saker
nav-plus = Hva vil du notere?
history = Historikk

agenda-title = Dagens plan
agenda-now = nå
agenda-in-minutes = om { $n } min
agenda-in-hours-minutes = om { $hours } t { $minutes } min
agenda-in-hours =
    { $n ->
        [one] om 1 time
       *[other] om { $n } timer
    }
agenda-you-escort = du følger
agenda-escort = { $who } følger
agenda-interpreter = tolk bestilt
today-due = Må gjøres i dag
today-back = Kom tilbake

appointment-alone = Ingen
appointment-yes = Ja
appointment-slip = Lapp til beboeren
appointment-next = Neste avtale
appointment-after = Det som kom etter
sheet-new-time = Ny tid
sheet-tomorrow = I morgen
sheet-week = Om en uke
sheet-fortnight = Om to uker
sheet-month = Om fire uker
sheet-when = Velg når den er flyttet til
sheet-past = Velg en dag som ikke er forbi
sheet-why = Hvorfor
sheet-saved-next = Lagret. Neste avtale: { $when }

visit-pass-on = Send videre til { $who }
visit-way-on = Lagre og lag

more-topics = Temaer og hvem som svarer
more-report = Rapport
more-files = Import og eksport
more-bin = Slettet
keys-activities = Gå til Aktiviteter
keys-cases = Gå til Saker

more-remind = Varsler
more-remind-what = Varslene sier aldri hvem eller hva. De kommer så lenge Bomiljø er åpent.
more-remind-allow = Slå på varsler
remind-appointment = En avtale er om en time
remind-due = Noe må gjøres i dag
remind-answer = Det har kommet et svar

language-ckb = kurdisk (sorani)
language-kmr = kurdisk (kurmandsji)

# Teamet.
team-title = Teamet
team-line = Hvem som jobber her, og når
team-new = Ny kollega
team-left = Har sluttet
member-you = Dette er deg
member-waiting = Har ansvaret for
member-device = Enda en enhet
member-device-what = Denne koden er for samme person på en telefon eller PC til. Alt som skrives der, får samme navn.
more-namesake = En kollega heter det samme, så de andre ser deg som { $name }. Skriv etternavnet ditt på siden din, så blir det klart hvem som er hvem.
more-my-page = Siden din
start-known = Koden er laget for en som allerede er i teamet. Navnet følger med.
form-another-language = Legg til et språk
form-text-in = Tekst på { $language }
form-add-hours = Legg til en dag
form-hours-day = Dag, rad { $n }
form-hours-from = Fra, rad { $n }
form-hours-to = Til, rad { $n }
form-hours-remove = Fjern { $day }

# Tema.
topics-title = Temaer
topics-usual = Uten et navn her heter temaet «{ $topic }».
topics-line = Hva samtaler kan handle om, hvem som svarer, og rekkefølgen på temaene
topics-new = Nytt tema
topics-hidden = Skjult
topics-up = Flytt { $topic } opp
topic-gone = Slettet tema
form-period-from = Fra
form-period-to = Til
period-from = fra { $from }
form-add-step = Legg til et steg
form-add-line = Legg til et punkt
form-line = Punkt { $n }
form-line-about = Hvilken sak punkt { $n } gjelder
form-line-remove = Fjern punkt { $n }
form-step-done = Steg { $n } er gjort
form-step-day = Frist, steg { $n }
step-by = innen { $day }
step-done = gjort { $day }
form-file-remove = Fjern { $name }
