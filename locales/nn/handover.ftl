# Overlevering: bemanninga sluttar, og alt får ein ny eigar.

handovers-title = Overlevering
handovers-line = Alt som ikkje er avslutta, får ein som tek over
handovers-empty = Inga overlevering enno
handovers-empty-what = Sluttar de her, sluttar ein kollega, eller flyttar ein bebuar? Lag ein plan, så finn Bomiljø alt som nokon må ta over.
handover-new = Ny overlevering
handover-edit = Endre overleveringa
handover-last-day = Siste dag: { $day }
handover-days =
    { $n ->
        [0] i dag
        [one] i morgon
       *[other] om { $n } dagar
    }
handover-days-past =
    { $n ->
        [one] for 1 dag sidan
       *[other] for { $n } dagar sidan
    }
handover-draft = Utkast: Slik blir overleveringa. Ingenting er tilbode, og ingen merkar noko før ho blir sett i gang.
handover-start = Set i gang
handover-is-started = Overleveringa er i gang
handover-close = Avslutt overleveringa
handover-is-closed = Overleveringa er avslutta
handover-of = { $done } av { $all }
handover-told = bebuarar har fått beskjed
handover-signed = oppsummeringar er signerte
handover-accepted = saker er plasserte
handover-left =
    { $n ->
        [0] ingen att
        [one] 1 att
       *[other] { $n } att
    }
handover-nothing = Ingenting står ope
handover-nothing-what = Nye saker kjem hit av seg sjølve så lenge overleveringa er i gang.
handover-count =
    { $n ->
        [0] Ingen saker
        [one] 1 sak
       *[other] { $n } saker
    }
handover-find = Søk i sakene
handover-topic = Tema
handover-all-topics = Alle tema
handover-all = Alle
handover-free = Utan mottakar
handover-mine = Til deg
handover-questions = Spørsmål
handover-offered = Tilbodne
handover-taken = Tekne imot
handover-kept = Hos leiar
handover-settled = Komne i orden
handover-is-settled = I orden
handover-conflict = Plasserte ulikt
handover-conflict-tag = Vel mottakar
handover-choose-all = Vel alle
handover-choose-none = Vel ingen
handover-chosen-what = Valde saker
handover-chosen =
    { $n ->
        [one] 1 sak vald
       *[other] { $n } saker valde
    }
handover-tick = Vel { $what }
handover-said-no = { $who } sa nei
handover-why-pinned = Festa notat
handover-why-no-contact = Ingen kontakt på 30 dagar
handover-why-untold = Har ikkje fått beskjed
handover-give = Gi til …
handover-to = Kven skal ta imot
handover-offer =
    { $n ->
        [one] Tilby 1 sak
       *[other] Tilby { $n } saker
    }
handover-offered-now =
    { $n ->
        [one] 1 sak er tilboden
       *[other] { $n } saker er tilbodne
    }
handover-remains-resident = Halde kontakten
handover-keep = Behald hos leiar
handover-keep-why = Kvifor ingen andre tek over
handover-keep-many =
    { $n ->
        [one] Behald 1 sak
       *[other] Behald { $n } saker
    }
handover-is-kept = Blir hos leiar
handover-yes = Ta imot
handover-no = Takk nei
handover-question = Spør om noko
handover-answer = Svar
handover-yes-noted = Dei tok imot
handover-no-noted = Dei takka nei
handover-question-noted = Dei spurde om noko
handover-ask-understood = Kva tek mottakaren på seg? Skriv det med mottakaren sine eigne ord.
handover-ask-reason = Kvifor ikkje?
handover-ask-question = Kva vil dei vite?
handover-revoke = Trekk tilbodet
handover-ask-back = Be om å få saka tilbake
handover-give-back = Gi saka tilbake
handover-not-back = La saka bli hos mottakaren
handover-release = Finn ein mottakar likevel
handover-to-plan = Til planen
handover-open-matter = Opne saka
handover-steps = Kva som har hendt
handover-tell = Gi beskjed til { $name }
handover-tell-them = Gi beskjed
handover-summarise = Oppsummering for { $name }
handover-summary-of = Oppsummering – { $name }
handover-is-told = Har fått beskjed
handover-is-untold = Ikkje fått beskjed
handover-is-signed = Signert
handover-is-draft = Utkast
handover-no-summary = Utan oppsummering
handover-unsigned = Utkast – ikkje signert
handover-not-home-times =
    { $n ->
        [one] ikkje heime 1 gong
       *[other] ikkje heime { $n } gonger
    }
handover-unreviewed = Teksten på { $language } er ikkje kontrollert av nokon som har språket som morsmål.
handover-change-language = Byt språk
handover-call-interpreter = Bomiljø har ikkje denne teksten på språket til bebuaren. Ring ein tolk.
handover-ask-back-words = Spør: «Kva gjer du om du treng hjelp etterpå?»
handover-told-by = { $who } gav beskjed { $when }
handover-others = Dei andre som ikkje har fått beskjed
handover-not-home = Ikkje heime
handover-is-not-home = Notert: ikkje heime
handover-has-told = Har fått beskjed
handover-is-told-now = Notert: har fått beskjed
handover-must-be-said = «Viss … så …» må fyllast ut når det ikkje er stabilt.
handover-no-receiver = ingen mottakar enno
handover-notes = Dette har de notert
handover-notes-to = til «{ $field }»
handover-notes-what = Bomiljø skriv ikkje for deg. Trykk + for å setje inn teksten, og rett han til han er din.
handover-put-note = Set inn: { $note }
handover-sign = Signer som leiar
handover-is-signed-now = Oppsummeringa er signert
handover-to-answer =
    { $n ->
        [one] 1 sak ventar på svaret ditt
       *[other] { $n } saker ventar på svaret ditt
    }
handover-unaccepted =
    { $n ->
        [one] 1 sak er ikkje plassert
       *[other] { $n } saker er ikkje plasserte
    }
handover-untold =
    { $n ->
        [0] Alle har fått beskjed
        [one] 1 bebuar har ikkje fått beskjed
       *[other] { $n } bebuarar har ikkje fått beskjed
    }
handover-more-untold =
    { $n ->
        [one] og 1 til
       *[other] og { $n } til
    }

pin-about = Festa for dei som kjem etter
pin-put-on = Fest for dei som kjem etter
pin-take-off = Løys
pin-done = Notatet er festa
pin-undone = Notatet er løyst
handover-closed-now = Overleveringa er avslutta
handover-review = Du beheldt saka: sjå på saka igjen i dag
