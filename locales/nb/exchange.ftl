# Import og eksport: filer inn og ut. «warning» er noe rart i en rad, «flaw» er hvorfor en fil ikke kan brukes.

exchange-line = Lister inn, og alt ut igjen
exchange-in = Hent inn fra fil
exchange-in-what = Velg en liste dere har fra før. Du får se hva som blir av hver rad før noe lagres.
exchange-out = Lagre til fil
exchange-out-what = Alt som er registrert av én type. Fila er ikke kryptert, så ta vare på den.
exchange-kind = Hva gjelder det?
exchange-file = Fil
exchange-file-what = Excel (.xlsx) eller CSV. Du kan også slippe fila her.
exchange-columns = Kolonner Bomiljø kjenner: { $columns }. Rekkefølgen er fri, og de fleste kan mangle.
exchange-xlsx = Excel
exchange-csv = CSV
exchange-json = JSON
exchange-ics = Kalender
exchange-saved = { $file } ligger blant nedlastingene dine.
exchange-import =
    { $n ->
        [one] Importer 1 rad
       *[other] Importer { $n } rader
    }
exchange-done =
    { $n ->
        [one] 1 rad er importert
       *[other] { $n } rader er importert
    }
exchange-drop = Velg en annen fil
exchange-file-rows = Rader i { $file }
exchange-added =
    { $n ->
        [one] 1 ny
       *[other] { $n } nye
    }
exchange-known = { $n } finnes fra før
exchange-refused = { $n } kan ikke importeres
exchange-more-rows =
    { $n ->
        [one] Én rad til vises ikke.
       *[other] { $n } rader til vises ikke.
    }
exchange-unknown = Disse kolonnene blir ikke med, for Bomiljø har ikke noe slikt felt: { $columns }
exchange-sheets = Bare det første arket leses. Disse blir ikke med: { $sheets }
exchange-year = Datoene mangler år og er lest som { $year }.
exchange-row = Rad
exchange-fate = Hva skjer
exchange-fate-added = Ny
exchange-fate-known = Finnes fra før
exchange-fate-refused = Blir ikke med
exchange-not-fetched = Det som leser og skriver filer, er ikke hentet til denne enheten ennå. Ingenting er endret. Koble til nettet og prøv igjen.

warning-other-weekday = { $day }, ikke «{ $said }». Datoen er brukt.
warning-other-week = { $day } er ikke i uke { $said }. Datoen er brukt.
warning-after-new-year = Etter nyttår: lest som { $said }, uten ukedag eller dato som viser det.
warning-week-only = Uten dato: blir stående på uka.
warning-no-text = Uten tekst: blir en idé uten navn.
warning-no-time = Uten klokkeslett: satt til kl. 12.00.
warning-hour-twice = Klokka viser dette klokkeslettet to ganger den natta: satt til den første. Skriv +01:00 etter det hvis det var den andre.
warning-formula = Har en formel: det den var regnet ut til, er brukt.
warning-more-cells = Har flere celler enn det er overskrifter: de siste blir ikke med.

flaw-empty = Fila er tom. Ingenting er endret.
flaw-no-rows = Fila har bare overskrifter og ingen rader. Ingenting er endret.
flaw-other-table = Ingen av overskriftene hører til her: { $headings }. Sjekk at du har valgt riktig type og at øverste rad er overskrifter. Ingenting er endret.
flaw-no-table = Dette er ikke en tabell som Bomiljø kan lese. Ingenting er endret. Velg en Excel-fil (.xlsx) eller en CSV-fil.
flaw-other-workbook = Dette er et eldre Excel-format, eller fila er låst med passord. Ingenting er endret. Lagre den som .xlsx uten passord og prøv igjen.
flaw-broken-workbook = Excel-fila er skadet og kan ikke åpnes. Ingenting er endret. Åpne den i Excel, lagre den på nytt og prøv igjen.
flaw-open-quote = Et anførselstegn i linje { $row } blir aldri lukket, så det er ikke mulig å se hvor cellene slutter. Ingenting er endret. Rett det og prøv igjen.
flaw-too-large = Fila er større enn { $most } MB. Ingenting er endret. Del den i flere.
flaw-too-many-rows = Fila har flere enn { $most } rader. Ingenting er endret. Del den i flere.

takeover-title = Overta fra et annet bygg
takeover-what = Les inn det et annet team har overlevert. Det som er her fra før, blir ikke endret.
takeover-file = Fila du fikk
takeover-words = Kodeord
takeover-take = Overta
takeover-no-file = Velg fila du fikk.
takeover-too-large = Fila er for stor til å være en overlevering. Velg fila du fikk av det andre teamet.
takeover-done =
    { $n ->
        [0] Alt var her fra før
        [one] 1 registrering er overtatt
       *[other] { $n } registreringer er overtatt
    }
takeover-refused = Dette kunne ikke overtas: { $what }
takeover-standing = Disse sakene hadde ingen tatt på seg. De er festet for dem som kommer etter.
takeover-declined = Mottakeren takket nei: { $why }
takeover-kept = Lederen beholdt saken: { $why }
