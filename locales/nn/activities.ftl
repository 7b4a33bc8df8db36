# Aktivitetar: planen veke for veke, oppmøtet og vekeplanen som blir hengd opp.

activities-title = Aktivitetar
activities-empty = Ingen aktivitetar enno
activities-empty-what = Skriv inn den første i veka han høyrer til. Avslutt med spørjeteikn om det berre er ein idé.
activities-earlier =
    { $n ->
        [one] Tidlegare – 1 veke
       *[other] Tidlegare – { $n } veker
    }

activity-new = Ny aktivitet
activity-week-plan = Vekeplan
activity-week = Veke { $n }
activity-this-week = denne veka
activity-next-week = neste veke
activity-last-week = førre veke
activity-week-from = frå { $day }
activity-some-day = Dagen er ikkje fastsett
activity-ideas = Idear
activity-waiting = Utsett, utan ny dag
activity-add = Ny i { $week }
activity-add-idea = Ny idé
activity-added = Lagd i planen
activity-came = { $n } kom
activity-details = Detaljar
activity-room = plass til { $n }
activity-now = Sett til { $status }
activity-undated = Fastset dag eller veke, så kjem han med i planen.
activity-choose-day = Fastset dag
activity-history = Historikk
activity-postpone = Utset
activity-postponed = Utsett
activity-postponed-to = Flytt til { $when }
activity-cancel = Avlys
activity-cancelled = Avlyst
activity-confirm = Stadfest aktiviteten
activity-confirmed = Stadfesta
activity-finish = Ferdig
activity-finished = Gjennomført

postpone-title = Utset aktiviteten
postpone-why = Kvifor
postpone-weather = Dårleg vêr
postpone-illness = Sjukdom
postpone-too-few = For få påmelde
postpone-signed-up = Dei som er kryssa av, står som påmelde når den er flytta.
postpone-other = Anna
postpone-words = Grunnen, med eigne ord
postpone-until = Til når
postpone-next-week = Veka etter, same dag
postpone-choose = Vel dag
postpone-unknown = Veit ikkje enno
postpone-day = Ny dag
cancel-title = Avlys aktiviteten

roll-came = kom
roll-signed-up = { $n } påmelde
roll-stayed-away = { $n } kom ikkje
roll-not-signed-up = ikkje påmeld
roll-nameless = { $n } utan namn
roll-one-more = + 1: tel éin til
roll-one-less = Trekk frå éin
roll-find = Skriv eit namn, eller berre tel
roll-shown = Viser { $shown } av { $n }
roll-tick = Kryss av for { $name }
roll-sign-up = Meld på { $name }
roll-named = { $n } av dei med namn
roll-more = Fleire val for { $name }
roll-nobody = Her er det ingen bebuarar enno. Du kan telje likevel.
roll-no-match = Fann ingen. Prøv færre bokstavar, eller tel utan namn.
roll-room = { $taken } av { $room } plassar er tekne
roll-full = Fullt: alle dei { $room } plassane er tekne.
roll-overfull = For mange: { $taken } på lista, men berre plass til { $room }.

week-plan-title = Vekeplan
week-plan-weeks = Kor mykje
week-plan-count =
    { $n ->
        [one] 1 veke
       *[other] { $n } veker
    }
week-plan-language = Språk ved sida av norsk
week-plan-norwegian = Berre norsk
week-plan-earlier = Ei veke tidlegare
week-plan-later = Ei veke seinare
week-plan-print = Skriv ut
week-plan-unreviewed = Orda på dette språket er ikkje kontrollerte av nokon som har det som morsmål.
