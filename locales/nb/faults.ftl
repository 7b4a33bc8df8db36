# Hva som er galt med det som er skrevet, og hva som kan gå galt.
# En feil sier hva som skjedde, at ingenting er borte, og hva man gjør.

problem-missing = Dette må fylles ut.
problem-too-long = Teksten er for lang. Det er plass til { $most } tegn.
problem-too-many = Det er for mange. Det er plass til { $most }.
problem-not-one-line = Skriv det på én linje.
problem-not-a-day = Skriv en dato, for eksempel 14.03.2026.
problem-not-a-time = Skriv klokkeslettet slik: 14.30
problem-not-an-amount = Skriv beløpet slik: 1250 eller 1250,50
problem-not-a-week = Skriv uka slik: 2026-W11
problem-not-a-moment = Skriv dato og klokkeslett, for eksempel 14.03.2026 10.30.
problem-skipped-hour = Det klokkeslettet finnes ikke: klokka stilles fram forbi det den natta. Velg et annet.
problem-not-a-phone = Skriv et nummer man kan ringe.
problem-not-an-email = Skriv en e-postadresse, for eksempel post@kommune.no.
problem-out-of-range = Skriv et helt tall fra { $least } til { $most }.
problem-unknown-choice = Velg noe fra lista.
problem-unknown-link = Velg en som finnes fra før.
problem-unknown-language = Velg et språk fra lista.
problem-ends-before-start = Slutten må komme etter starten.
problem-identity-number = Her står det et fødselsnummer. Ta det bort – det skal aldri lagres her.
problem-placeholder-missing = Det mangler { $name }, som Bomiljø fyller ut. Sett det inn igjen.
problem-placeholder-unknown = { $name } er ikke noe Bomiljø kan fylle ut her. Ta det bort eller rett det.
problem-ambiguous = Flere heter dette. Skriv mer: dato for en aktivitet, leilighet for en beboer.
problem-taken = Det finnes allerede en med dette.
problem-wrong-type = Dette kan ikke lagres slik det står. Skriv det på nytt.
problem-wrong-step = Det går ikke slik saken står nå.
problem-receiver-only = Bare mottakeren kan svare på det.
problem-lead-only = Bare en leder kan gjøre det.
problem-handover-not-open = Overleveringen er ikke i gang. Sett den i gang først.
problem-nothing-offered = Ingen saker venter på svar derfra. Tilby mottakeren saker først.
problem-leaves = Den kollegaen slutter og får ikke nye saker. Velg en annen.
problem-still-open =
    { $n ->
        [one] 1 sak har ingen sagt ja til. Finn en mottaker, eller behold saken hos leder.
       *[other] { $n } saker har ingen sagt ja til. Finn mottakere, eller behold sakene hos leder.
    }
problem-still-theirs =
    { $n ->
        [one] Kollegaen har fortsatt 1 sak. Gi den til en annen først.
       *[other] Kollegaen har fortsatt { $n } saker. Gi dem til en annen først.
    }

fault-invalid =
    { $n ->
        [one] Én ting må rettes før det kan lagres. Det du skrev, står her fortsatt.
       *[other] { $n } ting må rettes før det kan lagres. Det du skrev, står her fortsatt.
    }
    .short = noe må rettes
fault-not-found = Dette finnes ikke på denne enheten. Kanskje er det slettet, eller ikke kommet fram ennå. Ingenting annet er endret. Gå tilbake og prøv igjen senere.
    .short = finnes ikke her
fault-unknown-kind = Dette er laget i en nyere utgave av Bomiljø. Det er trygt lagret, men du må oppdatere for å endre det.
    .short = trenger oppdatering
fault-too-large = Det er for mye tekst på ett sted. Det du skrev, står her fortsatt. Del det i to.
    .short = for mye tekst
fault-bad-call = Noe gikk galt i appen ({ $detail }). Ingenting er borte. Last inn på nytt, og si fra hvis det skjer igjen.
    .short = feil i appen
fault-no-site = Denne enheten er ikke med i noe bygg ennå. Bli med, eller start et nytt.
    .short = ikke med i noe bygg
fault-has-site = Denne enheten er allerede med i et bygg. Ingenting er endret.
    .short = er med fra før
fault-bad-code = Koden er ikke hel. Kopier hele koden fra kollegaen din og lim den inn på nytt.
    .short = koden er ikke hel
fault-wrong-key = Dataene hører til en annen nøkkel enn den på denne enheten. De er ikke rørt. Legg fila og nøkkelen som hører sammen, tilbake, eller spør den som styrer enheten.
    .short = feil nøkkel
fault-missing-key = Nøkkelen til dataene på denne enheten mangler. Dataene er ikke rørt. Legg nøkkelen tilbake, eller spør den som styrer enheten.
    .short = nøkkelen mangler
fault-damaged-key = Nøkkelen på denne enheten er skadet, så dataene kan ikke åpnes. Verken nøkkel eller data er rørt. Legg nøkkelen tilbake fra en kopi, eller spør den som styrer enheten.
    .short = skadet nøkkel
fault-missing-data = Datafila er borte, men nøkkelen ligger her. Har noen flyttet den, så legg den tilbake nå. Ellers starter Bomiljø tomt neste gang, og det som er sendt, kommer når du blir med i bygget igjen.
    .short = datafila er borte
fault-empty-data = Datafila er tom. Den er lagt til side som { $kept }. Neste gang starter Bomiljø tomt, og det som er sendt, kommer når du blir med i bygget igjen.
    .short = datafila er tom
fault-damaged = Datafila er så skadet at Bomiljø ikke kan gå videre med den. Den er lagt til side som { $kept }, ikke slettet. Start på nytt og bli med i bygget igjen; da kommer det som er sendt. Resten kan ofte hentes ut av fila etterpå.
    .short = skadet fil
fault-unsound = Datafila ser ut til å være skadet ({ $detail }). Start Bomiljø på nytt; da reddes det som kan leses.
    .short = skadet fil
fault-not-encrypted = Denne utgaven av Bomiljø kan ikke kryptere dataene. Ingenting er lagret. Installer appen på nytt.
    .short = kan ikke kryptere
fault-already-open = Bomiljø er åpent i et annet vindu. Ingenting er borte. Bruk det vinduet, eller lukk det og prøv igjen.
    .short = åpent et annet sted
fault-storage = Enheten klarte ikke å lagre ({ $detail }). Det som er lagret fra før, er trygt. Sjekk om det er plass igjen, og prøv på nytt.
    .short = fikk ikke lagret
fault-insecure = Adressen begynner med http, og da kan andre lese og endre det som sendes. Ingenting er sendt. Bruk adressen som begynner med https. Spør den som styrer serveren hvis du ikke har den.
    .short = adressen er ikke trygg
fault-offline = Det er ikke nett nå. Alt er lagret her og blir sendt når nettet er tilbake.
    .short = uten nett
fault-refused = Serveren tok ikke imot ({ $reason }). Alt er lagret her. Prøv igjen, og si fra til den som styrer serveren hvis det fortsetter.
    .short = serveren tok ikke imot
fault-untrusted = Det som kom fra serveren, stemte ikke ({ $detail }), og ble ikke brukt. Dine egne data er trygge. Si fra til den som styrer serveren.
    .short = svaret stemte ikke
fault-bad-file = Fila { $file } kan ikke leses ({ $detail }). Ingenting er endret. Velg en annen fil.
    .short = fila kan ikke leses
fault-unread = Denne versjonen kan ikke lese alt som har kommet hit, så fila ville ha manglet noe. Ingen fil er laget. Oppdater Bomiljø, vent til alt er hentet, og prøv igjen.
    .short = noe kan ikke leses
fault-damaged-copy = Kopien av bygget er ikke hel. Ingenting er endret. Bruk en annen kopi.
    .short = ikke en hel kopi
fault-barred = Enheten kan ikke tømmes ennå. Ingenting er slettet.
    .short = kan ikke tømmes ennå
fault-emptied = Denne enheten er tømt. Start Bomiljø på nytt for å bli med i et bygg.
    .short = tømt
fault-nothing-handed = Det er ingen overlevering i denne fila. Ingenting er endret. Velg fila du fikk av det andre teamet.
    .short = ingen overlevering
fault-wrong-words = Kodeordet passer ikke til fila. Sjekk hvert ord, eller ring den som sendte fila. Ingenting er endret.
    .short = feil kodeord
fault-damaged-file = Fila er ikke hel, eller den er endret underveis. Ingenting er endret her. Be om å få den på nytt.
    .short = skadet fil
fault-newer-file = Fila er laget med en nyere versjon. Oppdater Bomiljø, og prøv igjen.
    .short = nyere fil
fault-no-reply = Dette er ikke et svar på en pakke. Velg fila som mottakeren sendte tilbake; navnet slutter på .bomiljo.
    .short = ikke et svar
fault-newer-reply = Svaret er skrevet med en nyere versjon. Oppdater Bomiljø, og les det inn igjen.
    .short = nyere svar
fault-others-reply = Svaret gjelder en annen overlevering eller et annet bygg. Ingenting er endret. Sjekk at det er riktig fil, og synkroniser hvis overleveringen er ny.
    .short = annen pakke
fault-damaged-reply = Svarfila er ødelagt eller endret underveis. Ingenting er lest inn. Be mottakeren om å sende fila på nytt.
    .short = skadet svar
