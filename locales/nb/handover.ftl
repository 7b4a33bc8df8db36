# Overlevering: bemanningen slutter, og alt får en ny eier.

handovers-title = Overlevering
handovers-line = Alt som ikke er avsluttet, får en som tar over
handovers-empty = Ingen overlevering ennå
handovers-empty-what = Slutter dere her, slutter en kollega, eller flytter en beboer? Lag en plan, så finner Bomiljø alt som noen må ta over.
handover-new = Ny overlevering
handover-edit = Endre overleveringen
handover-last-day = Siste dag: { $day }
handover-days =
    { $n ->
        [0] i dag
        [one] i morgen
       *[other] om { $n } dager
    }
handover-days-past =
    { $n ->
        [one] for 1 dag siden
       *[other] for { $n } dager siden
    }
handover-draft = Utkast: Slik blir overleveringen. Ingenting er tilbudt, og ingen merker noe før den settes i gang.
handover-start = Sett i gang
handover-is-started = Overleveringen er i gang
handover-close = Avslutt overleveringen
handover-is-closed = Overleveringen er avsluttet
handover-of = { $done } av { $all }
handover-told = beboere har fått beskjed
handover-signed = oppsummeringer er signert
handover-accepted = saker er plassert
handover-left =
    { $n ->
        [0] ingen igjen
        [one] 1 igjen
       *[other] { $n } igjen
    }
handover-nothing = Ingenting står åpent
handover-nothing-what = Nye saker kommer hit av seg selv så lenge overleveringen er i gang.
handover-count =
    { $n ->
        [0] Ingen saker
        [one] 1 sak
       *[other] { $n } saker
    }
handover-find = Søk i sakene
handover-topic = Tema
handover-all-topics = Alle temaer
handover-all = Alle
handover-free = Uten mottaker
handover-mine = Til deg
handover-questions = Spørsmål
handover-offered = Tilbudt
handover-taken = Tatt imot
handover-kept = Hos leder
handover-settled = Kommet i orden
handover-is-settled = I orden
handover-conflict = Plassert ulikt
handover-conflict-tag = Velg mottaker
handover-choose-all = Velg alle
handover-choose-none = Velg ingen
handover-chosen-what = Valgte saker
handover-chosen =
    { $n ->
        [one] 1 sak valgt
       *[other] { $n } saker valgt
    }
handover-tick = Velg { $what }
handover-said-no = { $who } sa nei
handover-why-pinned = Festet notat
handover-why-no-contact = Ingen kontakt på 30 dager
handover-why-untold = Har ikke fått beskjed
handover-give = Gi til …
handover-to = Hvem skal ta imot
handover-offer =
    { $n ->
        [one] Tilby 1 sak
       *[other] Tilby { $n } saker
    }
handover-offered-now =
    { $n ->
        [one] 1 sak er tilbudt
       *[other] { $n } saker er tilbudt
    }
handover-remains-resident = Holde kontakten
handover-keep = Behold hos leder
handover-keep-why = Hvorfor ingen andre overtar
handover-keep-many =
    { $n ->
        [one] Behold 1 sak
       *[other] Behold { $n } saker
    }
handover-is-kept = Blir hos leder
handover-yes = Ta imot
handover-no = Takk nei
handover-question = Spør om noe
handover-answer = Svar
handover-yes-noted = De tok imot
handover-no-noted = De takket nei
handover-question-noted = De spurte om noe
handover-ask-understood = Hva tar mottakeren på seg? Skriv det med mottakerens egne ord.
handover-ask-reason = Hvorfor ikke?
handover-ask-question = Hva vil de vite?
handover-revoke = Trekk tilbudet
handover-ask-back = Be om å få saken tilbake
handover-give-back = Gi saken tilbake
handover-not-back = La saken bli hos mottakeren
handover-release = Finn en mottaker likevel
handover-to-plan = Til planen
handover-open-matter = Åpne saken
handover-steps = Hva som har skjedd
handover-tell = Gi beskjed til { $name }
handover-tell-them = Gi beskjed
handover-summarise = Oppsummering for { $name }
handover-summary-of = Oppsummering – { $name }
handover-is-told = Har fått beskjed
handover-is-untold = Ikke fått beskjed
handover-is-signed = Signert
handover-is-draft = Utkast
handover-no-summary = Uten oppsummering
handover-unsigned = Utkast – ikke signert
handover-not-home-times =
    { $n ->
        [one] ikke hjemme 1 gang
       *[other] ikke hjemme { $n } ganger
    }
handover-unreviewed = Teksten på { $language } er ikke kontrollert av en som har språket som morsmål.
handover-change-language = Bytt språk
handover-call-interpreter = Bomiljø har ikke denne teksten på språket til beboeren. Ring en tolk.
handover-ask-back-words = Spør: «Hva gjør du hvis du trenger hjelp etterpå?»
handover-told-by = { $who } ga beskjed { $when }
handover-others = De andre som ikke har fått beskjed
handover-not-home = Ikke hjemme
handover-is-not-home = Notert: ikke hjemme
handover-has-told = Har fått beskjed
handover-is-told-now = Notert: har fått beskjed
handover-must-be-said = «Hvis … så …» må fylles ut når det ikke er stabilt.
handover-no-receiver = ingen mottaker ennå
handover-notes = Dette har dere notert
handover-notes-to = til «{ $field }»
handover-notes-what = Bomiljø skriver ikke for deg. Trykk + for å sette inn teksten, og rett den til den er din.
handover-put-note = Sett inn: { $note }
handover-sign = Signer som leder
handover-is-signed-now = Oppsummeringen er signert
handover-to-answer =
    { $n ->
        [one] 1 sak venter på ditt svar
       *[other] { $n } saker venter på ditt svar
    }
handover-unaccepted =
    { $n ->
        [one] 1 sak er ikke plassert
       *[other] { $n } saker er ikke plassert
    }
handover-untold =
    { $n ->
        [0] Alle har fått beskjed
        [one] 1 beboer har ikke fått beskjed
       *[other] { $n } beboere har ikke fått beskjed
    }
handover-more-untold =
    { $n ->
        [one] og 1 til
       *[other] og { $n } til
    }

pin-about = Festet for dem som kommer etter
pin-put-on = Fest for dem som kommer etter
pin-take-off = Løsne
pin-done = Notatet er festet
pin-undone = Notatet er løsnet
handover-closed-now = Overleveringen er avsluttet
handover-review = Du beholdt saken: se på den igjen i dag
