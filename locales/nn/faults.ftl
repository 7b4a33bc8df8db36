# Kva som er gale med det som er skrive, og kva som kan gå gale.
# Ein feil seier kva som hende, at ingenting er borte, og kva ein gjer.

problem-missing = Dette må fyllast ut.
problem-too-long = Teksten er for lang. Det er plass til { $most } teikn.
problem-too-many = Det er for mange. Det er plass til { $most }.
problem-not-one-line = Skriv det på éi linje.
problem-not-a-day = Skriv ein dato, til dømes 14.03.2026.
problem-not-a-time = Skriv klokkeslettet slik: 14.30
problem-not-an-amount = Skriv beløpet slik: 1250 eller 1250,50
problem-not-a-week = Skriv veka slik: 2026-W11
problem-not-a-moment = Skriv dato og klokkeslett, til dømes 14.03.2026 10.30.
problem-skipped-hour = Det klokkeslettet finst ikkje: klokka blir stilt fram forbi det den natta. Vel eit anna.
problem-not-a-phone = Skriv eit nummer ein kan ringje.
problem-not-an-email = Skriv ei e-postadresse, til dømes post@kommune.no.
problem-out-of-range = Skriv eit heilt tal frå { $least } til { $most }.
problem-unknown-choice = Vel noko frå lista.
problem-unknown-link = Vel ein som finst frå før.
problem-unknown-language = Vel eit språk frå lista.
problem-ends-before-start = Slutten må kome etter starten.
problem-identity-number = Her står det eit fødselsnummer. Ta det bort – det skal aldri lagrast her.
problem-placeholder-missing = Det manglar { $name }, som Bomiljø fyller ut. Set det inn att.
problem-placeholder-unknown = { $name } er ikkje noko Bomiljø kan fylle ut her. Ta det bort eller rett det.
problem-ambiguous = Fleire heiter dette. Skriv meir: dato for ein aktivitet, leilegheit for ein bebuar.
problem-taken = Det finst alt ein med dette.
problem-wrong-type = Dette kan ikkje lagrast slik det står. Skriv det på nytt.
problem-wrong-step = Det går ikkje slik saka står no.
problem-receiver-only = Berre mottakaren kan svare på det.
problem-lead-only = Berre ein leiar kan gjere det.
problem-handover-not-open = Overleveringa er ikkje i gang. Set henne i gang først.
problem-nothing-offered = Inga sak ventar på svar derifrå. Tilby mottakaren saker først.
problem-leaves = Den kollegaen sluttar og får ikkje nye saker. Vel ein annan.
problem-still-open =
    { $n ->
        [one] 1 sak har ingen sagt ja til. Finn ein mottakar, eller behald saka hos leiar.
       *[other] { $n } saker har ingen sagt ja til. Finn mottakarar, eller behald sakene hos leiar.
    }
problem-still-theirs =
    { $n ->
        [one] Kollegaen har framleis 1 sak. Gi saka til ein annan først.
       *[other] Kollegaen har framleis { $n } saker. Gi dei til ein annan først.
    }

fault-invalid =
    { $n ->
        [one] Éin ting må rettast før det kan lagrast. Det du skreiv, står her framleis.
       *[other] { $n } ting må rettast før det kan lagrast. Det du skreiv, står her framleis.
    }
    .short = noko må rettast
fault-not-found = Dette finst ikkje på denne eininga. Kanskje er det sletta, eller ikkje kome fram enno. Ingenting anna er endra. Gå tilbake og prøv igjen seinare.
    .short = finst ikkje her
fault-unknown-kind = Dette er laga i ei nyare utgåve av Bomiljø. Det er trygt lagra, men du må oppdatere for å endre det.
    .short = treng oppdatering
fault-too-large = Det er for mykje tekst på éin stad. Det du skreiv, står her framleis. Del det i to.
    .short = for mykje tekst
fault-bad-call = Noko gjekk gale i appen ({ $detail }). Ingenting er borte. Last inn på nytt, og sei frå om det hender igjen.
    .short = feil i appen
fault-no-site = Denne eininga er ikkje med i noko bygg enno. Bli med, eller start eit nytt.
    .short = ikkje med i noko bygg
fault-has-site = Denne eininga er alt med i eit bygg. Ingenting er endra.
    .short = er med frå før
fault-bad-code = Koden er ikkje heil. Kopier heile koden frå kollegaen din og lim han inn på nytt.
    .short = koden er ikkje heil
fault-wrong-key = Dataa høyrer til ein annan nøkkel enn den på denne eininga. Dei er ikkje rørte. Legg fila og nøkkelen som høyrer saman, tilbake, eller spør den som styrer eininga.
    .short = feil nøkkel
fault-missing-key = Nøkkelen til dataa på denne eininga manglar. Dataa er ikkje rørte. Legg nøkkelen tilbake, eller spør den som styrer eininga.
    .short = nøkkelen manglar
fault-damaged-key = Nøkkelen på denne eininga er skadd, så dataa kan ikkje opnast. Korkje nøkkel eller data er rørte. Legg nøkkelen tilbake frå ein kopi, eller spør den som styrer eininga.
    .short = skadd nøkkel
fault-missing-data = Datafila er borte, men nøkkelen ligg her. Har nokon flytt henne, så legg henne tilbake no. Elles startar Bomiljø tomt neste gong, og det som er sendt, kjem når du blir med i bygget igjen.
    .short = datafila er borte
fault-empty-data = Datafila er tom. Ho er lagd til side som { $kept }. Neste gong startar Bomiljø tomt, og det som er sendt, kjem når du blir med i bygget igjen.
    .short = datafila er tom
fault-damaged = Datafila er så skadd at Bomiljø ikkje kan gå vidare med henne. Ho er lagd til side som { $kept }, ikkje sletta. Start på nytt og bli med i bygget igjen; då kjem det som er sendt. Resten kan ofte hentast ut av fila etterpå.
    .short = skadd fil
fault-unsound = Datafila ser ut til å vere skadd ({ $detail }). Start Bomiljø på nytt; då blir det som kan lesast, redda.
    .short = skadd fil
fault-not-encrypted = Denne utgåva av Bomiljø kan ikkje kryptere dataa. Ingenting er lagra. Installer appen på nytt.
    .short = kan ikkje kryptere
fault-already-open = Bomiljø er ope i eit anna vindauge. Ingenting er borte. Bruk det vindauget, eller lukk det og prøv igjen.
    .short = ope ein annan stad
fault-storage = Eininga klarte ikkje å lagre ({ $detail }). Det som er lagra frå før, er trygt. Sjekk om det er plass att, og prøv på nytt.
    .short = fekk ikkje lagra
fault-insecure = Adressa byrjar med http, og då kan andre lese og endre det som blir sendt. Ingenting er sendt. Bruk adressa som byrjar med https. Spør den som styrer tenaren om du ikkje har ho.
    .short = adressa er ikkje trygg
fault-offline = Det er ikkje nett no. Alt er lagra her og blir sendt når nettet er tilbake.
    .short = utan nett
fault-refused = Tenaren tok ikkje imot ({ $reason }). Alt er lagra her. Prøv igjen, og sei frå til den som styrer tenaren om det held fram.
    .short = tenaren tok ikkje imot
fault-untrusted = Det som kom frå tenaren, stemte ikkje ({ $detail }), og vart ikkje brukt. Dine eigne data er trygge. Sei frå til den som styrer tenaren.
    .short = svaret stemte ikkje
fault-bad-file = Fila { $file } kan ikkje lesast ({ $detail }). Ingenting er endra. Vel ei anna fil.
    .short = fila kan ikkje lesast
fault-unread = Denne versjonen kan ikkje lese alt som har kome hit, så fila ville ha mangla noko. Inga fil er laga. Oppdater Bomiljø, vent til alt er henta, og prøv igjen.
    .short = noko kan ikkje lesast
fault-damaged-copy = Kopien av bygget er ikkje heil. Ingenting er endra. Bruk ein annan kopi.
    .short = ikkje ein heil kopi
fault-barred = Eininga kan ikkje tømast enno. Ingenting er sletta.
    .short = kan ikkje tømast enno
fault-emptied = Denne eininga er tømd. Start Bomiljø på nytt for å bli med i eit bygg.
    .short = tømd
fault-nothing-handed = Det er inga overlevering i denne fila. Ingenting er endra. Vel fila du fekk av det andre teamet.
    .short = inga overlevering
fault-wrong-words = Kodeordet passar ikkje til fila. Sjekk kvart ord, eller ring den som sende fila. Ingenting er endra.
    .short = feil kodeord
fault-damaged-file = Fila er ikkje heil, eller ho er endra undervegs. Ingenting er endra her. Be om å få fila på nytt.
    .short = skadd fil
fault-newer-file = Fila er laga med ein nyare versjon. Oppdater Bomiljø, og prøv igjen.
    .short = nyare fil
fault-no-reply = Dette er ikkje eit svar på ei pakke. Vel fila som mottakaren sende tilbake; namnet sluttar på .bomiljo.
    .short = ikkje eit svar
fault-newer-reply = Svaret er skrive med ein nyare versjon. Oppdater Bomiljø, og les det inn igjen.
    .short = nyare svar
fault-others-reply = Svaret gjeld ei anna overlevering eller eit anna bygg. Ingenting er endra. Sjekk at det er rett fil, og synkroniser om overleveringa er ny.
    .short = anna pakke
fault-damaged-reply = Svarfila er øydelagd eller endra på vegen. Ingenting er lese inn. Be mottakaren om å sende fila på nytt.
    .short = skada svar
