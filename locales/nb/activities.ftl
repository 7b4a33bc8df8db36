# Aktiviteter: planen uke for uke, oppmøtet og ukeplanen som henges opp.

activities-title = Aktiviteter
activities-empty = Ingen aktiviteter ennå
activities-empty-what = Skriv inn den første i uka den hører til. Avslutt med spørsmålstegn hvis det bare er en idé.
activities-earlier =
    { $n ->
        [one] Tidligere – 1 uke
       *[other] Tidligere – { $n } uker
    }

activity-new = Ny aktivitet
activity-week-plan = Ukeplan
activity-week = Uke { $n }
activity-this-week = denne uka
activity-next-week = neste uke
activity-last-week = forrige uke
activity-week-from = fra { $day }
activity-some-day = Dagen er ikke bestemt
activity-ideas = Idéer
activity-waiting = Utsatt, uten ny dag
activity-add = Ny i { $week }
activity-add-idea = Ny idé
activity-added = Lagt i planen
activity-came = { $n } kom
activity-details = Detaljer
activity-room = plass til { $n }
activity-now = Satt til { $status }
activity-undated = Bestem dag eller uke, så kommer den med i planen.
activity-choose-day = Bestem dag
activity-history = Historikk
activity-postpone = Utsett
activity-postponed = Utsatt
activity-postponed-to = Flyttet til { $when }
activity-cancel = Avlys
activity-cancelled = Avlyst
activity-confirm = Bekreft aktiviteten
activity-confirmed = Bekreftet
activity-finish = Ferdig
activity-finished = Gjennomført

postpone-title = Utsett aktiviteten
postpone-why = Hvorfor
postpone-weather = Dårlig vær
postpone-illness = Sykdom
postpone-too-few = For få påmeldte
postpone-signed-up = De som er krysset av, står som påmeldt når den er flyttet.
postpone-other = Annet
postpone-words = Grunnen, med egne ord
postpone-until = Til når
postpone-next-week = Uka etter, samme dag
postpone-choose = Velg dag
postpone-unknown = Vet ikke ennå
postpone-day = Ny dag
cancel-title = Avlys aktiviteten

roll-came = kom
roll-signed-up = { $n } påmeldt
roll-stayed-away = { $n } kom ikke
roll-not-signed-up = ikke påmeldt
roll-nameless = { $n } uten navn
roll-one-more = + 1: tell én til
roll-one-less = Trekk fra én
roll-find = Skriv et navn, eller bare tell
roll-shown = Viser { $shown } av { $n }
roll-tick = Kryss av for { $name }
roll-sign-up = Meld på { $name }
roll-named = { $n } av dem med navn
roll-more = Flere valg for { $name }
roll-nobody = Her er det ingen beboere ennå. Du kan telle likevel.
roll-no-match = Fant ingen. Prøv færre bokstaver, eller tell uten navn.
roll-room = { $taken } av { $room } plasser er tatt
roll-full = Fullt: alle { $room } plassene er tatt.
roll-overfull = For mange: { $taken } på lista, men bare plass til { $room }.

week-plan-title = Ukeplan
week-plan-weeks = Hvor mye
week-plan-count =
    { $n ->
        [one] 1 uke
       *[other] { $n } uker
    }
week-plan-language = Språk ved siden av norsk
week-plan-norwegian = Bare norsk
week-plan-earlier = En uke tidligere
week-plan-later = En uke senere
week-plan-print = Skriv ut
week-plan-unreviewed = Ordene på dette språket er ikke kontrollert av noen som har det som morsmål.
