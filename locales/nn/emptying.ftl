# Einingane blir tømde når alt er overlevert og arkivet er godkjent.

emptying-section = Tømme einingane
emptying-archives = Arkivuttrekk
emptying-no-archive = Det er ikkje laga noko arkivuttrekk enno. Det trengst når bemanninga sluttar. Du lagar det under «Arkiv, nytt team og kopi», i programmet på datamaskina.
emptying-made = Laga { $when }
emptying-devices = Einingar som skal tømast
emptying-own = { $who } (denne eininga)
emptying-newer = Har noko som ikkje er med i arkivuttrekket
emptying-waiting = Ikkje tømd enno
emptying-begun = Tømminga byrja { $when }, men eininga har ikkje meldt frå om at ho er tom
emptying-noted = Notert av leiar
emptying-emptied = Tømd { $when }
emptying-last = Siste endring frå eininga: { $when }
emptying-never = Ingenting er registrert frå eininga
emptying-note = Noter kva som har hendt
emptying-note-for = Kva har hendt med eininga til { $who }?
emptying-note-what = For ei eining som er borte eller øydelagd, eller som andre har tømt, til dømes IT. Skriv kva du veit, og kven som har gjort kva.
emptying-is-noted = Det er notert
emptying-device = Tøm denne eininga
emptying-sure = Tømme denne eininga?
emptying-sure-what = Først blir alt sendt. Så blir nøkkelen øydelagd, og alt Bomiljø har lagra på denne eininga, blir sletta. Det kan ikkje angrast. Filer du har lasta ned, må du slette sjølv.
emptying-now = Tøm eininga no
emptying-under-way = Sender og tømmer …
emptied-title = Eininga er tømd
emptied-what = Alt er sendt, nøkkelen er øydelagd, og det som var lagra her, er sletta. Filer du har lasta ned, må du slette sjølv. Du kan lukke Bomiljø.

barrier-stays = Denne eininga skal ikkje tømast i denne overleveringa.
barrier-not-closed = Eininga kan tømast når overleveringa er avslutta.
barrier-unaccepted = Etter at overleveringa vart avslutta, har det kome til saker utan mottakar. Finn ein mottakar først.
barrier-not-archived = Eininga kan tømast når depotet har godkjent arkivuttrekket, og leiaren har notert det. Det held ikkje at det er motteke.
barrier-not-in-archive = Noko som er skrive på denne eininga, er ikkje med i arkivuttrekket. Når alt er sendt, må de lage eit nytt og få det godkjent.
barrier-unfinished = Du har ein kladd som ikkje er ferdig. Lagre han eller kast han først. Han ligg under «Ikkje ferdig» på I dag.
barrier-set-aside = Ei skadd datafil er lagd til side på denne eininga. Hent ut det som kan lesast av henne, med bomiljo salvage, og slett fila.
barrier-unsent = Noko er ikkje sendt enno. Prøv igjen når det er nett.
