# Saker: hendelser, henvisninger og oppfølginger; brevet, historikken og det som er slettet.

cases-filter = Vis bare
cases-open = Åpne
cases-mine = Mine
cases-waiting = Venter på svar
cases-acute = Akutt og alvorlig
cases-late = Over frist
cases-closed = Lukkede
cases-kind = Slags sak
cases-all-kinds = Alle typer
cases-count =
    { $n ->
        [0] Ingen saker
        [one] 1 sak
       *[other] { $n } saker
    }
cases-rest =
    { $n ->
        [one] 1 sak til vises ikke her. Du finner den med søket.
       *[other] { $n } saker til vises ikke her. Du finner dem med søket.
    }
cases-week = Denne uka
cases-later = Senere
cases-undated = Uten frist
cases-yours = din
cases-none = Ingen saker her.
cases-empty = Ingen saker ennå
cases-empty-what = Her samler dere hendelser, henvisninger og det dere har lovet å gjøre. Begynn med et av valgene over.
cases-choose = Velg en sak
cases-choose-what = Trykk på en sak i lista, så står den her.

case-late =
    { $n ->
        [one] 1 dag over frist
       *[other] { $n } dager over frist
    }
case-within = innen { $day }
case-tick = Marker som gjort: { $what }
case-actions = Hva nå?
case-history = Historikk
case-links = Knyttet til
case-set = Satt til «{ $status }»

case-steps = Gangen i henvisningen
case-step-answer = Svar
case-answer-from = Svar fra { $who }
case-mail-subject = Henvendelse fra { $site }
case-how-to-send = Skriv ut brevet eller ring. Merk som sendt når de har fått henvendelsen.
case-sent = Merk som sendt
case-accepted = De tar saken
case-answer = Skriv inn svaret
case-declined = De sa nei
case-done = Ferdig
case-ask-more = Be om mer
case-withdraw = Trekk tilbake
case-letter = Skriv ut

case-call-now = Ring nå
case-call = Hvem skal vite om det?
case-fire = Brann
case-police = Politi
case-ambulance = Ambulanse
case-called = Ringte { $number }
case-called-at = Ringte { $number } kl. { $time }
case-no-partners = Utleier, politi og helsetjeneste dere legger inn som partnere, står her med nummer.
case-no-number = Legg inn nummer
case-how-call-went = Hvordan gikk det å nå { $name }?
case-close = Lukk saken
case-watch = Følg med
case-open-again = Åpne igjen

case-is-done = Markert som gjort
case-not-done = Åpnet igjen
case-how-it-went = Skriv hvordan det gikk
case-tomorrow = Utsett til i morgen
case-next-week = Utsett en uke
case-other-day = Velg dag
case-is-put-off = Utsatt til { $day }

case-ask-answer = Hva svarte de?
case-ask-settled = Hvordan ble det løst?
case-ask-went = Hvordan gikk det?

letter-title = Brev
letter-line = Slik blir det på papir
letter-whole = Skriv fullt navn
letter-doors = Ta med leilighetsnummer
letter-names = Teksten nevner beboeren ved navn. Rediger henvisningen hvis navnet ikke skal stå i brevet.
letter-reach = Hvordan de når deg
letter-print = Skriv ut
letter-to = Til
letter-subject = Henvendelse om { $topic }
letter-about = Gjelder:
letter-reply-by = Vi ønsker svar innen { $day }.
letter-contact = Svar gis til: { $contact }
letter-regards = Med vennlig hilsen

history-title = Historikk
history-made = laget
history-deleted = slettet
history-restored = hentet tilbake
history-from = fra
history-to = til
history-yes = ja
history-no = nei

bin-title = Slettet
bin-line = Det som er slettet, kan hentes tilbake herfra
bin-save = Lagrer du, hentes det tilbake.
bin-deleted = Slettet av { $who } { $when }
bin-restore = Hent tilbake
bin-restored = Hentet tilbake
bin-empty = Ingenting er slettet
bin-empty-what = Det dere sletter, havner her, så det kan hentes tilbake.
