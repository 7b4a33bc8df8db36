# Lappen om en avtale, og hvem som svarer på hva: det den ansatte leser.

slip-title = Lapp til { $who }
slip-print = Skriv ut
slip-language = Språk på lappen
slip-unreviewed = Teksten er ikke kontrollert av en som har språket som morsmål.

owners-who = { $topic }: hvem svarer
owners-partner = { $topic }: hvem spørsmålet går til
owners-no-partner = Ingen bestemt partner

wording-correct = Rett teksten
wording-which = Hva skal rettes?
wording-words = Slik skal det stå
wording-values = Dette fyller Bomiljø ut, så det må stå: { $values }
wording-save = Lagre
wording-built-in = Bruk den opprinnelige teksten
wording-is-built-in = Den opprinnelige teksten gjelder igjen
