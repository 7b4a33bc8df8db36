# Saker: hendingar, tilvisingar og oppfølgingar; brevet, historikken og det som er sletta.

cases-filter = Vis berre
cases-open = Opne
cases-mine = Mine
cases-waiting = Ventar på svar
cases-acute = Akutt og alvorleg
cases-late = Over fristen
cases-closed = Lukka
cases-kind = Slags sak
cases-all-kinds = Alle typar
cases-count =
    { $n ->
        [0] Ingen saker
        [one] 1 sak
       *[other] { $n } saker
    }
cases-rest =
    { $n ->
        [one] 1 sak til er ikkje vist her. Du finn ho med søket.
       *[other] { $n } saker til er ikkje viste her. Du finn dei med søket.
    }
cases-week = Denne veka
cases-later = Seinare
cases-undated = Utan frist
cases-yours = di
cases-none = Ingen saker her.
cases-empty = Ingen saker enno
cases-empty-what = Her samlar de hendingar, tilvisingar og det de har lova å gjere. Begynn med eit av vala over.
cases-choose = Vel ei sak
cases-choose-what = Trykk på ei sak i lista, så står ho her.

case-late =
    { $n ->
        [one] 1 dag over fristen
       *[other] { $n } dagar over fristen
    }
case-within = innan { $day }
case-tick = Marker som gjort: { $what }
case-actions = Kva no?
case-history = Historikk
case-links = Knytt til
case-set = Sett til «{ $status }»

case-steps = Gangen i tilvisinga
case-step-answer = Svar
case-answer-from = Svar frå { $who }
case-mail-subject = Førespurnad frå { $site }
case-how-to-send = Skriv ut brevet eller ring. Merk som send når dei har fått førespurnaden.
case-sent = Merk som send
case-accepted = Dei tek saka
case-answer = Skriv inn svaret
case-declined = Dei sa nei
case-done = Ferdig
case-ask-more = Be om meir
case-withdraw = Trekk tilbake
case-letter = Skriv ut

case-call-now = Ring no
case-call = Kven skal vite om det?
case-fire = Brann
case-police = Politi
case-ambulance = Ambulanse
case-called = Ringte { $number }
case-called-at = Ringte { $number } kl. { $time }
case-no-partners = Utleigar, politi og helseteneste som de legg inn som partnarar, står her med nummer.
case-no-number = Legg inn nummer
case-how-call-went = Korleis gjekk det å nå { $name }?
case-close = Lukk saka
case-watch = Følg med
case-open-again = Opne att

case-is-done = Markert som gjort
case-not-done = Opna att
case-how-it-went = Skriv korleis det gjekk
case-tomorrow = Utset til i morgon
case-next-week = Utset ei veke
case-other-day = Vel dag
case-is-put-off = Utsett til { $day }

case-ask-answer = Kva svara dei?
case-ask-settled = Korleis vart det løyst?
case-ask-went = Korleis gjekk det?

letter-title = Brev
letter-line = Slik blir det på papir
letter-whole = Skriv fullt namn
letter-doors = Ta med leilegheitsnummer
letter-names = Teksten nemner bebuaren ved namn. Rediger tilvisinga om namnet ikkje skal stå i brevet.
letter-reach = Korleis dei når deg
letter-print = Skriv ut
letter-to = Til
letter-subject = Førespurnad om { $topic }
letter-about = Gjeld:
letter-reply-by = Vi ønskjer svar innan { $day }.
letter-contact = Svar til: { $contact }
letter-regards = Med venleg helsing

history-title = Historikk
history-made = laga
history-deleted = sletta
history-restored = henta tilbake
history-from = frå
history-to = til
history-yes = ja
history-no = nei

bin-title = Sletta
bin-line = Det som er sletta, kan hentast tilbake herifrå
bin-save = Lagrar du, blir det henta tilbake.
bin-deleted = Sletta av { $who } { $when }
bin-restore = Hent tilbake
bin-restored = Henta tilbake
bin-empty = Ingenting er sletta
bin-empty-what = Det de slettar, hamnar her, så det kan hentast tilbake.
