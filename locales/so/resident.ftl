# What the resident reads, in Somali.
# `reviewed` is the name of the native speaker who has checked the texts, and the date; `no` until then.

self-name = Af-Soomaali
reviewed = no

slip-heading = Ballan
slip-when = Goorma
slip-where = Xaggee
slip-with = Cidda aad la kulmayso
slip-escort = Qofka ku raacaya
slip-no-escort = Cidina kuma raacayso.
slip-interpreter = Turjumaan waa la dalbay.
slip-meet = Halka aan ku kulmayno
slip-meet-office = Waxaan ku kulmaynaa xafiiska.
slip-meet-office-at = Waxaan ku kulmaynaa xafiiska saacadda { $time }.
slip-questions = Su’aalo ma qabtaa? Naga weydii xafiiska.
slip-at = { $weekday } { $day }, saacadda { $time }

weekday =
    .mon = Isniin
    .tue = Talaado
    .wed = Arbaco
    .thu = Khamiis
    .fri = Jimce
    .sat = Sabti
    .sun = Axad

purpose-doctor = Ballan dhakhtar
purpose-dentist = Ballan dhakhtarka ilkaha
purpose-clinic = Xarunta caafimaadka qoyska (helsestasjon)
purpose-hospital = Ballan isbitaalka
purpose-bank = Ballan bangiga
purpose-nav = Ballan xafiiska Nav
purpose-school = Ballan dugsiga
purpose-kindergarten = Ballan xannaanada carruurta
purpose-viewing = Daawashada guri
purpose-police = Ballan booliska
purpose-udi = Ballan xafiiska UDI
purpose-shopping = Adeegasho
