# Lappen om ein avtale, og kven som svarer på kva: det den tilsette les.

slip-title = Lapp til { $who }
slip-print = Skriv ut
slip-language = Språk på lappen
slip-unreviewed = Teksten er ikkje kontrollert av nokon som har språket som morsmål.

owners-who = { $topic }: kven svarar
owners-partner = { $topic }: kven spørsmålet går til
owners-no-partner = Ingen bestemt partnar

wording-correct = Rett teksten
wording-which = Kva skal rettast?
wording-words = Slik skal det stå
wording-values = Dette fyller Bomiljø ut, så det må stå: { $values }
wording-save = Lagre
wording-built-in = Bruk den opphavlege teksten
wording-is-built-in = Den opphavlege teksten gjeld igjen
