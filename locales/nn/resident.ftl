# Det bebuaren får lese, på nynorsk.
# «reviewed» er namnet på den som har språket som morsmål og har kontrollert teksten, og datoen;
# «no» til det er gjort.

self-name = Norsk
reviewed = no

slip-heading = Avtale
slip-when = Når
slip-where = Kvar
slip-with = Hos
slip-escort = Kven følgjer deg
slip-no-escort = Ingen følgjer deg.
slip-interpreter = Tolk er bestilt.
slip-meet = Vi møtest
slip-meet-office = Vi møtest på kontoret.
slip-meet-office-at = Vi møtest på kontoret kl. { $time }.
slip-questions = Spørsmål? Spør oss på kontoret.
slip-at = { $weekday } { $day } kl. { $time }

weekday =
    .mon = måndag
    .tue = tysdag
    .wed = onsdag
    .thu = torsdag
    .fri = fredag
    .sat = laurdag
    .sun = søndag

purpose-doctor = Legetime
purpose-dentist = Tannlegetime
purpose-clinic = Helsestasjon
purpose-hospital = Sjukehus
purpose-bank = Banken
purpose-nav = Møte med Nav
purpose-school = Møte på skulen
purpose-kindergarten = Møte i barnehagen
purpose-viewing = Vising av bustad
purpose-police = Politiet
purpose-udi = Møte med UDI
purpose-shopping = Handletur
