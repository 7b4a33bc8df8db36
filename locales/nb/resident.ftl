# Det beboeren får lese, på bokmål.
# «reviewed» er navnet på den som har språket som morsmål og har kontrollert teksten, og datoen;
# «no» til det er gjort.

self-name = Norsk
reviewed = no

slip-heading = Avtale
slip-when = Når
slip-where = Hvor
slip-with = Hos
slip-escort = Hvem følger deg
slip-no-escort = Ingen følger deg.
slip-interpreter = Tolk er bestilt.
slip-meet = Vi møtes
slip-meet-office = Vi møtes på kontoret.
slip-meet-office-at = Vi møtes på kontoret kl. { $time }.
slip-questions = Spørsmål? Spør oss på kontoret.
slip-at = { $weekday } { $day } kl. { $time }

weekday =
    .mon = mandag
    .tue = tirsdag
    .wed = onsdag
    .thu = torsdag
    .fri = fredag
    .sat = lørdag
    .sun = søndag

purpose-doctor = Legetime
purpose-dentist = Tannlegetime
purpose-clinic = Helsestasjon
purpose-hospital = Sykehus
purpose-bank = Banken
purpose-nav = Møte med Nav
purpose-school = Møte på skolen
purpose-kindergarten = Møte i barnehagen
purpose-viewing = Visning av bolig
purpose-police = Politiet
purpose-udi = Møte med UDI
purpose-shopping = Handletur
