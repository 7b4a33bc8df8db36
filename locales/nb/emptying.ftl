# Enhetene tømmes når alt er overlevert og arkivet er godkjent.

emptying-section = Tømme enhetene
emptying-archives = Arkivuttrekk
emptying-no-archive = Det er ikke laget noe arkivuttrekk ennå. Det trengs når bemanningen slutter. Du lager det under «Arkiv, nytt team og kopi», i programmet på datamaskinen.
emptying-made = Laget { $when }
emptying-devices = Enheter som skal tømmes
emptying-own = { $who } (denne enheten)
emptying-newer = Har noe som ikke er med i arkivuttrekket
emptying-waiting = Ikke tømt ennå
emptying-begun = Tømmingen begynte { $when }, men enheten har ikke meldt fra om at den er tom
emptying-noted = Notert av leder
emptying-emptied = Tømt { $when }
emptying-last = Siste endring fra enheten: { $when }
emptying-never = Ingenting er registrert fra enheten
emptying-note = Noter hva som har skjedd
emptying-note-for = Hva har skjedd med enheten til { $who }?
emptying-note-what = For en enhet som er borte eller ødelagt, eller som andre har tømt, for eksempel IT. Skriv hva du vet, og hvem som har gjort hva.
emptying-is-noted = Det er notert
emptying-device = Tøm denne enheten
emptying-sure = Tømme denne enheten?
emptying-sure-what = Først sendes alt. Så ødelegges nøkkelen, og alt Bomiljø har lagret på denne enheten, slettes. Det kan ikke angres. Filer du har lastet ned, må du slette selv.
emptying-now = Tøm enheten nå
emptying-under-way = Sender og tømmer …
emptied-title = Enheten er tømt
emptied-what = Alt er sendt, nøkkelen er ødelagt, og det som var lagret her, er slettet. Filer du har lastet ned, må du slette selv. Du kan lukke Bomiljø.

barrier-stays = Denne enheten skal ikke tømmes i denne overleveringen.
barrier-not-closed = Enheten kan tømmes når overleveringen er avsluttet.
barrier-unaccepted = Etter at overleveringen ble avsluttet, har det kommet til saker uten mottaker. Finn en mottaker først.
barrier-not-archived = Enheten kan tømmes når depotet har godkjent arkivuttrekket, og lederen har notert det. Det holder ikke at det er mottatt.
barrier-not-in-archive = Noe som er skrevet på denne enheten, er ikke med i arkivuttrekket. Når alt er sendt, må dere lage et nytt og få det godkjent.
barrier-unfinished = Du har en kladd som ikke er ferdig. Lagre den eller kast den først. Den ligger under «Ikke ferdig» på I dag.
barrier-set-aside = En skadet datafil er lagt til side på denne enheten. Hent ut det som kan leses av den, med bomiljo salvage, og slett den.
barrier-unsent = Noe er ikke sendt ennå. Prøv igjen når det er nett.
