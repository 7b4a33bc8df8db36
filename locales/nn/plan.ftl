# Orda på vekeplanen som blir hengd opp; vekedagane står i resident.ftl.

plan-title = Vekeplan
plan-week = Veke
plan-some-day = Dagen er ikkje fastsett
plan-confirmed = Stadfesta
plan-weather-reserve = Med vêratterhald
plan-postponed = Utsett
plan-cancelled = Avlyst
plan-idea = Kanskje
