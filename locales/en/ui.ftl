# What the interface says, page by page.

back = Back
close = Close
cancel = Cancel
call = Call
edit = Edit
mail = Email
call-name = Call { $name }
mail-name = Send email to { $name }
someone = Someone
site-unnamed = Site without a name
copied = Copied
copy-failed = Could not copy. Select the text and copy it yourself.
try-again = Try again
minutes = { $n } min

day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
day-in-three = in three days
day-in-week = in a week
week-number = Week { $n }
day-time = { $day } { $time }
at-time = { $day } at { $time }

written-day = dd.mm.yyyy
written-time = hh:mm
written-moment = dd.mm.yyyy hh:mm
written-choose = Choose in the calendar
clock-twice = The clock shows { $time } twice this night. Which one?
clock-first = The first time (summer time)
clock-second = The second time (standard time)
clock-summer = { $time } (summer time)
clock-winter = { $time } (standard time)
clock-other = This device is set to another time zone. Bomiljø goes by the clock in { $place }, where it is { $time } now.
more-zone-what = The clock that counts for the building. All times are shown by it, whatever the device is set to.

nav-skip = Skip to content
nav-sections = Parts of Bomiljø
nav-sections-phone = Main menu
nav-today = Today
nav-residents = Residents
nav-partners = Partners
nav-more = More
nav-more-waiting =
    { $n ->
        [one] – one place with two versions
       *[other] – { $n } places with two versions
    }
nav-search = Search
nav-new = New

today-hero = Who did you talk with?
today-visit-with = New conversation with
today-someone-else = Someone else
today-living =
    { $n ->
        [one] 1 lives here
       *[other] { $n } live here
    }
today-count =
    { $n ->
        [0] No conversations today
        [one] 1 conversation today
       *[other] { $n } conversations today
    }
week-count = { $n } this week
today-drafts = Not finished
today-conflicts = Two versions
today-two-versions = You wrote at the same time – choose what stands
today-open = To follow up
today-tick = Mark as settled
today-recent = Logged last
today-empty = Welcome!
today-empty-what = Begin by adding those who live here. Then the first conversation is three taps away.
today-first-resident = Add a resident
today-first-colleague = Invite a colleague
today-first-visit = Log a conversation

lost-title = Page not found
lost-lead = There is nothing here
lost-what = It may have been deleted, or the link is not complete. Nothing else is lost.

visit-with = Conversation with { $who }
visit-unknown = No name
visit-others = More
visit-find = Find a resident
picker-shown = Showing { $shown } of { $n }. Type more to find others.
visit-more-topics = More …
visit-owner = { $topic }: this is for { $owner } to answer
visit-now = Now

form-optional = optional
form-ahead = This is in the future. Is that right?
form-save = Save
form-saving = Saving …
form-more = More
form-none = Not chosen
form-new = New { $kind }
form-edit = Edit { $kind }
form-problems = Put this right before saving
form-draft-kept = Draft kept
form-draft-failed = The draft is not kept
form-drop-draft = Discard the draft
draft-going-on = You are going on with a draft from { $when }.
draft-waits = There is a draft from { $when } here that is not saved.
draft-overtaken = { $who } has changed this since ({ $when }).
draft-go-on = Go on with the draft
form-delete = Delete
form-made = Written by { $who } { $when }.
form-changed = Changed by { $who } { $when }.
form-add-contact = Add a contact
form-contact-role = Contact { $n }: role
form-contact-who = Contact { $n }: who
form-contact-remove = Remove contact { $n }
close-form = Close the form

toast-saved = Saved
toast-show = Show
toast-undo = Undo
toast-undone = Undone
toast-deleted = Deleted
toast-settled = Marked as settled
toast-draft-dropped = The draft is discarded
toast-draft-back = The draft is back
print-failed = Printing did not start. Nothing is lost. Try again.

conflict-title =
    { $n ->
        [2] Two versions of “{ $field }”
       *[other] { $n } versions of “{ $field }”
    }
conflict-lead = You wrote here without seeing each other. Nothing is lost. Which one stands?
conflict-lead-choice = You each chose without seeing the other. Nothing is lost. Which one stands?
conflict-choose = Choose this one
conflict-choose-name = Choose this one, written by { $who }
conflict-both = Keep both
conflict-write = Write together
conflict-write-label = Write them together as one text
conflict-write-save = Save the text
conflict-write-drop = Discard this text
conflict-empty = (empty)
conflict-settled = The choice is saved. The rest is in the history.
conflict-notice = There are two versions here, and nobody has chosen yet. You see the latest.
conflict-go = Choose what stands

outlived-title = Should this be deleted?
outlived-lead = { $who } deleted it { $when }. { $other } wrote in it { $later } without knowing, so it is still here.
outlived-keep = Keep
outlived-kept = Kept

coming-title = Coming appointments
coming-none = No appointments to come
coming-none-what = Note down when a resident is going to the doctor, the bank or Nav, and everybody sees it here.

versions-title = Two versions
versions-line = Where you wrote at the same time, and somebody has to choose
list-all = Show all { $n }
list-more = Show more ({ $n } left)
list-rest = { $n } more are not shown here.
unsettled-title = How did it go?
open-none = Nothing to follow up
open-none-what = Conversations where you promised something stand here until somebody takes it on or marks it as settled.
drafts-rest =
    { $n ->
        [one] 1 more draft. It appears when one of these is finished.
       *[other] { $n } more drafts. They appear when these are finished.
    }
versions-none = Nothing to choose between
versions-none-what = When two of you write in the same place without seeing each other, both versions stay here until somebody has chosen.

residents-find = Search by name or door
residents-here = Live here
residents-gone = Moved out
residents-new = New resident
residents-count =
    { $n ->
        [one] 1 resident
       *[other] { $n } residents
    }
residents-rest =
    { $n ->
        [one] 1 more resident is not in the list. Type the name to find them.
       *[other] { $n } more residents are not in the list. Type the name to find them.
    }
residents-never = never
residents-last = Last talked with:
residents-days =
    { $n ->
        [one] 1 day
       *[other] { $n } days
    }
residents-no-match = Found nobody. Try fewer letters.
residents-none-gone = Nobody has moved out yet.
residents-empty = No residents yet
residents-empty-what = Add the name and you can log conversations at once. The rest can wait.

resident-days =
    { $n ->
        [one] lived here 1 day
       *[other] lived here { $n } days
    }
resident-left = moved out { $when }
same-others = Also registered as:
same-counts = Registered twice. Everything written is with:
resident-alike = Perhaps registered already:
resident-interpreter-sometimes = interpreter when it matters
resident-interpreter-always = always an interpreter
resident-contacts =
    { $n ->
        [one] 1 contact
       *[other] { $n } contacts
    }
resident-story = Everything noted
resident-filter = Show only
resident-open = Still open
resident-all = Everything
resident-earlier = Show earlier ({ $n } left)
resident-no-story = Nothing logged yet
resident-no-story-what = Tap “Conversation” when you have talked.

partners-line = Whom to call, and what they answer for
partner-records = Cases and appointments
partners-new = New partner
partner-edit = Edit { $name }
partners-empty = No partners yet
partners-empty-what = Add Nav, the landlord and the GPs, and they are one tap away.

units-title = Flats
units-new = New flat
units-empty = No flats yet
units-empty-what = Add the door numbers, and everyone knows who lives where.

search-find = Search everything
search-hint = Type two letters. Search finds names, doors, partners, topics and what you have written – inside a word or with a typing slip as well.
search-alike = Nothing quite like that. These are close:
search-rest = { $n } more found. Type more to see them.
search-count =
    { $n ->
        [0] Found nothing. Try fewer letters.
        [one] 1 result
       *[other] { $n } results
    }

fetching-missing = Some of what your colleagues have written has not been fetched yet. It comes by itself, and you can carry on as usual meanwhile.
fetching-bar = Fetched
fetching-count = { $done } of { $of } changes

sync-title = Sending
sync-all-sent = All sent { $when }
sync-never = Connecting …
sync-fetching = Fetching { $percent } %
sync-offline = No network
sync-waiting =
    { $n ->
        [one] 1 waiting
       *[other] { $n } waiting
    }
sync-waiting-offline =
    { $n ->
        [one] 1 waiting – no network
       *[other] { $n } waiting – no network
    }
sync-failed = Could not send: { $why }
sync-not-fetched = Could not fetch: { $why }
sync-explain-starting = Bomiljø is contacting the server. What you write is safely saved here meanwhile.
sync-explain-fetching = Bomiljø is fetching what your colleagues have written. You can carry on as usual meanwhile. If it is interrupted, it goes on where it was.
sync-explain-sent = Everything you saved has been sent to your colleagues.
sync-explain-waiting = Something has not been sent yet. It is safely saved here and goes by itself.
sync-explain-offline = There is no network just now. Everything is safely saved on this device and will be sent by itself when the network is back. Carry on as usual.
sync-count =
    { $n ->
        [0] Nothing is waiting.
        [one] 1 change is waiting to be sent.
       *[other] { $n } changes are waiting to be sent.
    }
sync-last = Last sent and fetched { $when }.
sync-last-never = Not sent and fetched yet.
sync-unread =
    { $n ->
        [one] 1 change by a colleague could not be read yet. It is kept.
       *[other] { $n } changes by colleagues could not be read yet. They are kept.
    }
sync-clock =
    { $n ->
        [one] This device’s clock is one minute off. Set it, and times will be right.
       *[other] This device’s clock is { $n } minutes off. Set it, and times will be right.
    }
sync-salvaged =
    { $n ->
        [0] The data file was damaged. Everything in it was moved to a new one. The old one is called { $kept }.
        [one] The data file was damaged. What could be read was moved to a new one; 1 page was broken. What was sent before is fetched again. The old file is called { $kept }.
       *[other] The data file was damaged. What could be read was moved to a new one; { $n } pages were broken. What was sent before is fetched again. The old file is called { $kept }.
    }
sync-ahead =
    { $n ->
        [one] The clock was wrong: the last thing written here is dated one day ahead. What you write from now on gets the right time.
       *[other] The clock was wrong: the last thing written here is dated { $n } days ahead. What you write from now on gets the right time.
    }
sync-conflicts =
    { $n ->
        [one] One place has two versions
       *[other] { $n } places have two versions
    }
sync-try = Send and fetch now
sync-trying = Trying …
sync-came-sent = That went well: everything is sent and fetched.
sync-came-offline = Still no network. Bomiljø tries again by itself.
sync-came-slow = It takes a while. Bomiljø carries on by itself.

refusal-member-short = the device is not in the site
refusal-member = The server doesn’t know this device as part of the site. Perhaps it was taken out. What you wrote is safely saved here. Ask a colleague for a new code, or whoever runs the server.
refusal-size-short = a change is too large
refusal-size = Something to be sent is larger than the server takes. It is safely saved here. Tell whoever runs the server.
refusal-busy-short = the server is busy
refusal-busy = The server is busy and asks us to wait a little. Everything is safely saved here and goes by itself.
refusal-storage-short = the server cannot save
refusal-storage = The server cannot save just now. Everything is safely saved here and will be sent by itself. Tell whoever runs the server if it lasts.
refusal-unproven-short = the connection is not secure
refusal-unproven = The server cannot show who it is, so nothing was sent. Guest networks often want you to sign in in the browser first, and the device’s clock must be right. Everything is safely saved here and will be sent by itself. Tell whoever runs the server if it lasts.
refusal-stranger-short = something else answered
refusal-stranger = What answered is not the Bomiljø server. Guest networks often want you to sign in in the browser first. Everything is safely saved here and will be sent by itself.
refusal-insecure-short = the connection is not secure
refusal-insecure = What answers at the address doesn’t use a secure connection, so nothing was sent. Everything is safely saved here and will be sent by itself once that is put right. Check the address, or tell whoever runs the server.
refusal-blocked-short = the network doesn’t let us through
refusal-blocked = Something on the way keeps Bomiljø from reaching the server: a firewall, a filter, or a guest network that wants you to sign in first. Everything is safely saved here and will be sent by itself. Try another network, or ask whoever runs this one.
refusal-broken-short = something is wrong at the server
refusal-broken = The server, or something in front of it, reports an error. Everything is safely saved here and will be sent by itself. Tell whoever runs the server if it lasts.
refusal-damaged-short = something at the server is damaged
refusal-damaged = A colleague’s change arrives damaged every time. What you write is sent as usual, but what colleagues wrote after that change does not reach this device until it is put right. Tell whoever runs the server: it must be restored from a backup. Then everything comes by itself.
refusal-wavers-short = the server keeps beginning anew
refusal-wavers = The server says again and again that it has begun anew. Perhaps two servers answer at the same address. Everything is safely saved here, and Bomiljø tries less often meanwhile. Tell whoever runs the server.

keys-title = Keyboard shortcuts
keys-new = Note something new
keys-search = Search
keys-today = Go to Today
keys-residents = Go to Residents
keys-partners = Go to Partners
keys-more = Go to More
keys-help = Show this list
keys-back = Back, or out of the field
keys-save = Save the conversation
keys-off = Shortcuts can be turned off under More.

more-language = Language in Bomiljø
more-keys = Keyboard shortcuts

invite-title = Invite a colleague
invite-what = Your colleague pastes the code when Bomiljø starts for the first time, or opens the link in a browser.
invite-warning = Whoever has the code can read everything about the site, now and later. The code never expires and cannot be taken back. Give it to colleagues only, face to face.
invite-show = Show the code
invite-code = Code for joining
invite-mark = Short form: { $mark }. Your colleague sees the same before joining.
invite-copy-code = Copy the code
invite-copy-link = Copy the link

about-title = What is kept where
about-where = Everything you write is first saved, encrypted, on this device. That is why Bomiljø works without a network too.
about-key-system = The key is in the system’s key store.
about-key-file = The key is in a file on this device, because the system has no key store. Make sure the device is locked with a password.
about-key-browser = The key is in the browser and cannot be copied out. If you clear the browser’s data, whatever has not been sent is gone.
about-server = The server receives sealed changes that it cannot read itself.
about-server-browser = The server receives sealed changes that it cannot read itself. But in the browser, the program comes from the server too. Whoever controls the server can replace the program and read what you write. That is not so when Bomiljø is installed as a program of its own.
about-never = Never write identity numbers or diagnoses. Write what a colleague needs to help further.
about-not-persistent = The browser has not promised to keep the data. Add Bomiljø to the home screen, and send often.

start-title = Welcome to Bomiljø
start-lead = The notebook for those who work where people live.
start-choose = Choose how to begin
start-join = Join a site
start-join-what = A colleague has given you a code
start-found = Start a new site
start-found-what = You are the first on the team
start-code = Code
start-code-what = Your colleague finds the code under More.
start-leads = The code leads to { $server }. Its short form is { $mark }. Check that your colleague sees the same short form before you join.
start-server = The server’s address
start-server-what = Ask whoever runs the server in the municipality.
start-site = The site’s name
start-site-what = What you call it, for example the street address.
start-name = Your name
start-name-what = Shown with what you write. Your first name is enough.
start-join-do = Join
start-found-do = Start the site
start-busy = Just a moment …
start-offline = Bomiljø cannot reach the server. What you wrote is still here. Check the network and the address, and try again.
start-incomplete = Fill in all the fields, and off you go.

stopped-title = Bomiljø stopped
stopped-safe = What you saved is safe, and what you were writing is kept as a draft. Open Bomiljø again to go on.
stopped-reload = Open again
stopped-report = Help us mend the fault: send this to the person who helps you with Bomiljø. It holds nothing about residents or staff.
stopped-copy = Copy
stopped-save = Save as a file

broken-title = Bomiljø cannot open the data
broken-open-title = Bomiljø is open in another tab
broken-open-what = Only one tab at a time can use the data, so that nothing is overwritten. Nothing is lost. Close the other tab and try again.
broken-storage-title = The browser cannot store anything
broken-storage-what = Bomiljø has to store on the device. Leave the private window, or use a newer Chrome, Edge, Firefox or Safari. Nothing has been lost.

nav-activities = Activities
nav-cases = Matters
nav-plus = What do you want to note?
history = History

agenda-title = Today's plan
agenda-now = now
agenda-in-minutes = in { $n } min
agenda-in-hours-minutes = in { $hours } h { $minutes } min
agenda-in-hours =
    { $n ->
        [one] in 1 hour
       *[other] in { $n } hours
    }
agenda-you-escort = you come along
agenda-escort = { $who } comes along
agenda-interpreter = interpreter ordered
today-due = To be done today
today-back = Came back

appointment-alone = Nobody
appointment-yes = Yes
appointment-slip = Slip for the resident
appointment-next = Next appointment
appointment-after = What came after
sheet-new-time = New time
sheet-tomorrow = Tomorrow
sheet-week = In a week
sheet-fortnight = In two weeks
sheet-month = In four weeks
sheet-when = Choose when it has been moved to
sheet-past = Choose a day that isn’t over
sheet-why = Why
sheet-saved-next = Saved. Next appointment: { $when }

visit-pass-on = Pass on to { $who }
visit-way-on = Save and make

more-topics = Topics and who answers
more-report = Report
more-files = Import and export
more-bin = Deleted
keys-activities = Go to Activities
keys-cases = Go to Matters

more-remind = Reminders
more-remind-what = Reminders never say who or what. They come while Bomiljø is open.
more-remind-allow = Turn on reminders
remind-appointment = An appointment is in an hour
remind-due = Something is to be done today
remind-answer = An answer has come

language-ckb = Kurdish (Sorani)
language-kmr = Kurdish (Kurmanji)

# Teamet.
team-title = The team
team-line = Who works here, and when
team-new = New colleague
team-left = Have left
member-you = This is you
member-waiting = Responsible for
member-device = One more device
member-device-what = This code is for the same person on one more phone or computer. Everything written there gets the same name.
more-namesake = A colleague has the same name, so the others see you as { $name }. Write your surname on your page, and it is clear who is who.
more-my-page = Your page
start-known = The code is for someone already on the team. The name comes with it.
form-another-language = Add a language
form-text-in = Text in { $language }
form-add-hours = Add a day
form-hours-day = Day, row { $n }
form-hours-from = From, row { $n }
form-hours-to = To, row { $n }
form-hours-remove = Remove { $day }

# Tema.
topics-title = Topics
topics-usual = Without a name here, the topic is called “{ $topic }”.
topics-line = What conversations can be about, who answers, and the order of the topics
topics-new = New topic
topics-hidden = Hidden
topics-up = Move { $topic } up
topic-gone = Deleted topic
form-period-from = From
form-period-to = To
period-from = from { $from }
form-add-step = Add a step
form-add-line = Add an item
form-line = Item { $n }
form-line-about = The case that item { $n } is about
form-line-remove = Remove item { $n }
form-step-done = Step { $n } is done
form-step-day = Due, step { $n }
step-by = by { $day }
step-done = done { $day }
form-file-remove = Remove { $name }
