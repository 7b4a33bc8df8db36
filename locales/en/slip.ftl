# The slip about an appointment, and who answers for what: what the worker reads.

slip-title = Slip for { $who }
slip-print = Print
slip-language = Language on the slip
slip-unreviewed = The text has not been checked by a native speaker.

owners-who = { $topic }: who answers
owners-partner = { $topic }: where questions go
owners-no-partner = No particular partner

wording-correct = Correct the text
wording-which = What should be corrected?
wording-words = What it should say
wording-values = Bomiljø fills this in, so it must stay: { $values }
wording-save = Save
wording-built-in = Use the original text
wording-is-built-in = The original text counts again
