# Import og eksport: filer inn og ut. «warning» er noko rart i ei rad, «flaw» er kvifor ei fil ikkje kan brukast.

exchange-line = Lister inn, og alt ut att
exchange-in = Hent inn frå fil
exchange-in-what = Vel ei liste de har frå før. Du får sjå kva som blir av kvar rad før noko blir lagra.
exchange-out = Lagre til fil
exchange-out-what = Alt som er registrert av éin type. Fila er ikkje kryptert, så ta vare på henne.
exchange-kind = Kva gjeld det?
exchange-file = Fil
exchange-file-what = Excel (.xlsx) eller CSV. Du kan òg sleppe fila her.
exchange-columns = Kolonnar Bomiljø kjenner: { $columns }. Rekkjefølgja er fri, og dei fleste kan mangle.
exchange-xlsx = Excel
exchange-csv = CSV
exchange-json = JSON
exchange-ics = Kalender
exchange-saved = { $file } ligg blant nedlastingane dine.
exchange-import =
    { $n ->
        [one] Importer 1 rad
       *[other] Importer { $n } rader
    }
exchange-done =
    { $n ->
        [one] 1 rad er importert
       *[other] { $n } rader er importerte
    }
exchange-drop = Vel ei anna fil
exchange-file-rows = Rader i { $file }
exchange-added =
    { $n ->
        [one] 1 ny
       *[other] { $n } nye
    }
exchange-known = { $n } finst frå før
exchange-refused = { $n } kan ikkje importerast
exchange-more-rows =
    { $n ->
        [one] Éi rad til blir ikkje vist.
       *[other] { $n } rader til blir ikkje viste.
    }
exchange-unknown = Desse kolonnane blir ikkje med, for Bomiljø har ikkje noko slikt felt: { $columns }
exchange-sheets = Berre det første arket blir lese. Desse blir ikkje med: { $sheets }
exchange-year = Datoane manglar år og er lesne som { $year }.
exchange-row = Rad
exchange-fate = Kva skjer
exchange-fate-added = Ny
exchange-fate-known = Finst frå før
exchange-fate-refused = Blir ikkje med
exchange-not-fetched = Det som les og skriv filer, er ikkje henta til denne eininga enno. Ingenting er endra. Kople til nettet og prøv igjen.

warning-other-weekday = { $day }, ikkje «{ $said }». Datoen er brukt.
warning-other-week = { $day } er ikkje i veke { $said }. Datoen er brukt.
warning-after-new-year = Etter nyttår: lese som { $said }, utan vekedag eller dato som viser det.
warning-week-only = Utan dato: blir ståande på veka.
warning-no-text = Utan tekst: blir ein idé utan namn.
warning-no-time = Utan klokkeslett: sett til kl. 12.00.
warning-hour-twice = Klokka viser dette klokkeslettet to gonger den natta: sett til den første. Skriv +01:00 etter det om det var den andre.
warning-formula = Har ein formel: det han var rekna ut til, er brukt.
warning-more-cells = Har fleire celler enn det er overskrifter: dei siste blir ikkje med.

flaw-empty = Fila er tom. Ingenting er endra.
flaw-no-rows = Fila har berre overskrifter og ingen rader. Ingenting er endra.
flaw-other-table = Ingen av overskriftene høyrer til her: { $headings }. Sjekk at du har valt rett type og at øvste rad er overskrifter. Ingenting er endra.
flaw-no-table = Dette er ikkje ein tabell som Bomiljø kan lese. Ingenting er endra. Vel ei Excel-fil (.xlsx) eller ei CSV-fil.
flaw-other-workbook = Dette er eit eldre Excel-format, eller fila er låst med passord. Ingenting er endra. Lagre henne som .xlsx utan passord og prøv igjen.
flaw-broken-workbook = Excel-fila er skadd og kan ikkje opnast. Ingenting er endra. Opne henne i Excel, lagre på nytt og prøv igjen.
flaw-open-quote = Eit hermeteikn i linje { $row } blir aldri lukka, så det er ikkje råd å sjå kvar cellene sluttar. Ingenting er endra. Rett det og prøv igjen.
flaw-too-large = Fila er større enn { $most } MB. Ingenting er endra. Del henne i fleire.
flaw-too-many-rows = Fila har fleire enn { $most } rader. Ingenting er endra. Del henne i fleire.

takeover-title = Ta over frå eit anna bygg
takeover-what = Les inn det eit anna team har overlevert. Det som er her frå før, blir ikkje endra.
takeover-file = Fila du fekk
takeover-words = Kodeord
takeover-take = Ta over
takeover-no-file = Vel fila du fekk.
takeover-too-large = Fila er for stor til å vere ei overlevering. Vel fila du fekk av det andre teamet.
takeover-done =
    { $n ->
        [0] Alt var her frå før
        [one] 1 registrering er teken over
       *[other] { $n } registreringar er tekne over
    }
takeover-refused = Dette kunne ikkje takast over: { $what }
takeover-standing = Desse sakene hadde ingen teke på seg. Dei er festa for dei som kjem etter.
takeover-declined = Mottakaren takka nei: { $why }
takeover-kept = Leiaren beheldt saka: { $why }
