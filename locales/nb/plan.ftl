# Ordene på ukeplanen som henges opp; ukedagene står i resident.ftl.

plan-title = Ukeplan
plan-week = Uke
plan-some-day = Dagen er ikke bestemt
plan-confirmed = Bekreftet
plan-weather-reserve = Med værforbehold
plan-postponed = Utsatt
plan-cancelled = Avlyst
plan-idea = Kanskje
