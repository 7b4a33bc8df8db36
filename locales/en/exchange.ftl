# Import and export: files in and out. A "warning" is something odd in a row, a "flaw" is why a file can't be used.

exchange-line = Lists in, and everything out again
exchange-in = Bring in from a file
exchange-in-what = Choose a list you already have. You will see what becomes of each row before anything is saved.
exchange-out = Save to a file
exchange-out-what = Everything recorded of one type. The file isn't encrypted, so look after it.
exchange-kind = What is it about?
exchange-file = File
exchange-file-what = Excel (.xlsx) or CSV. You can also drop the file here.
exchange-columns = Columns that Bomiljø knows: { $columns }. Their order is free, and most can be missing.
exchange-xlsx = Excel
exchange-csv = CSV
exchange-json = JSON
exchange-ics = Calendar
exchange-saved = { $file } is among your downloads.
exchange-import =
    { $n ->
        [one] Import 1 row
       *[other] Import { $n } rows
    }
exchange-done =
    { $n ->
        [one] 1 row was imported
       *[other] { $n } rows were imported
    }
exchange-drop = Choose another file
exchange-file-rows = Rows in { $file }
exchange-added =
    { $n ->
        [one] 1 new
       *[other] { $n } new
    }
exchange-known = { $n } already here
exchange-refused = { $n } can't be imported
exchange-more-rows =
    { $n ->
        [one] One more row isn't shown.
       *[other] { $n } more rows aren't shown.
    }
exchange-unknown = These columns are left out, since Bomiljø has no such field: { $columns }
exchange-sheets = Only the first sheet is read. These are left out: { $sheets }
exchange-year = The dates have no year and were read as { $year }.
exchange-row = Row
exchange-fate = What happens
exchange-fate-added = New
exchange-fate-known = Already here
exchange-fate-refused = Left out
exchange-not-fetched = What reads and writes files has not been fetched to this device yet. Nothing was changed. Go online and try again.

warning-other-weekday = { $day }, not “{ $said }”. The date was used.
warning-other-week = { $day } isn't in week { $said }. The date was used.
warning-after-new-year = After New Year: read as { $said }, with no weekday or date to show it.
warning-week-only = No date: it stays on its week.
warning-no-text = No text: it becomes an idea without a name.
warning-no-time = No time of day: set to 12:00.
warning-hour-twice = The clock shows this time twice that night: set to the first. Write +01:00 after it if it was the second.
warning-formula = Has a formula: what it had come to was used.
warning-more-cells = Has more cells than there are headings: the last ones are left out.

flaw-empty = The file is empty. Nothing was changed.
flaw-no-rows = The file has headings only, and no rows. Nothing was changed.
flaw-other-table = None of the headings belong here: { $headings }. Check that you chose the right type and that the top row has the headings. Nothing was changed.
flaw-no-table = This isn’t a table that Bomiljø can read. Nothing was changed. Choose an Excel file (.xlsx) or a CSV file.
flaw-other-workbook = This is an older Excel format, or the file is locked with a password. Nothing was changed. Save it as .xlsx without a password and try again.
flaw-broken-workbook = The Excel file is damaged and can't be opened. Nothing was changed. Open it in Excel, save it anew and try again.
flaw-open-quote = A quotation mark in line { $row } is never closed, so it isn't possible to see where the cells end. Nothing was changed. Put it right and try again.
flaw-too-large = The file is larger than { $most } MB. Nothing was changed. Split it.
flaw-too-many-rows = The file has more than { $most } rows. Nothing was changed. Split it.

takeover-title = Take over from another site
takeover-what = Read what another team has handed over. What is here already is not changed.
takeover-file = The file that you were sent
takeover-words = Passphrase
takeover-take = Take over
takeover-no-file = Choose the file that you were sent.
takeover-too-large = The file is too large to be a handover. Choose the file that you were sent by the other team.
takeover-done =
    { $n ->
        [one] One thing taken over
       *[other] { $n } things taken over
    }
takeover-refused = This could not be taken over: { $what }
takeover-standing = Nobody had taken on these matters. They are pinned for those who come next.
takeover-declined = The receiver declined: { $why }
takeover-kept = The lead kept the matter: { $why }
