# Handover: staffing ends, and everything gets a new owner.

handovers-title = Handover
handovers-line = Whatever is not settled gets somebody who takes over
handovers-empty = No handover yet
handovers-empty-what = Is the team leaving, or a colleague, or a resident? Make a plan, and Bomiljø finds everything that somebody must take over.
handover-new = New handover
handover-edit = Edit the handover
handover-last-day = Last day: { $day }
handover-days =
    { $n ->
        [0] today
        [one] tomorrow
       *[other] in { $n } days
    }
handover-days-past =
    { $n ->
        [one] 1 day ago
       *[other] { $n } days ago
    }
handover-draft = Draft: this is what the handover would gather. Nothing is offered, and nobody notices anything until it is started.
handover-start = Start
handover-is-started = The handover is under way
handover-close = Close the handover
handover-is-closed = The handover is closed
handover-of = { $done } of { $all }
handover-told = residents have been told
handover-signed = summaries are signed
handover-accepted = matters are placed
handover-left =
    { $n ->
        [0] none left
        [one] 1 left
       *[other] { $n } left
    }
handover-nothing = Nothing is open
handover-nothing-what = New matters come here by themselves while the handover is under way.
handover-count =
    { $n ->
        [0] No matters
        [one] 1 matter
       *[other] { $n } matters
    }
handover-find = Search the matters
handover-topic = Topic
handover-all-topics = All topics
handover-all = All
handover-free = Without a receiver
handover-mine = For you
handover-questions = Questions
handover-offered = Offered
handover-taken = Accepted
handover-kept = With a lead
handover-settled = Settled meanwhile
handover-is-settled = Settled
handover-conflict = Placed differently
handover-conflict-tag = Choose a receiver
handover-choose-all = Choose all
handover-choose-none = Choose none
handover-chosen-what = Chosen matters
handover-chosen =
    { $n ->
        [one] 1 matter chosen
       *[other] { $n } matters chosen
    }
handover-tick = Choose { $what }
handover-said-no = { $who } said no
handover-why-pinned = Pinned note
handover-why-no-contact = No contact for 30 days
handover-why-untold = Has not been told
handover-give = Give to …
handover-to = Who is to receive
handover-offer =
    { $n ->
        [one] Offer 1 matter
       *[other] Offer { $n } matters
    }
handover-offered-now =
    { $n ->
        [one] 1 matter is offered
       *[other] { $n } matters are offered
    }
handover-remains-resident = Keep in touch
handover-keep = Keep with a lead
handover-keep-why = Why nobody else takes over
handover-keep-many =
    { $n ->
        [one] Keep 1 matter
       *[other] Keep { $n } matters
    }
handover-is-kept = Kept with a lead
handover-yes = Accept
handover-no = Decline
handover-question = Ask something
handover-answer = Answer
handover-yes-noted = They accepted
handover-no-noted = They declined
handover-question-noted = They asked something
handover-ask-understood = What does the receiver take on? Write it in the receiver’s own words.
handover-ask-reason = Why not?
handover-ask-question = What do they want to know?
handover-revoke = Withdraw the offer
handover-ask-back = Ask for it back
handover-give-back = Give it back
handover-not-back = Leave it with the receiver
handover-release = Find a receiver after all
handover-to-plan = To the plan
handover-open-matter = Open the matter
handover-steps = What has happened
handover-tell = Tell { $name }
handover-tell-them = Tell
handover-summarise = Summary for { $name }
handover-summary-of = Summary – { $name }
handover-is-told = Told
handover-is-untold = Not told
handover-is-signed = Signed
handover-is-draft = Draft
handover-no-summary = No summary
handover-unsigned = Draft – not signed
handover-not-home-times =
    { $n ->
        [one] not at home once
       *[other] not at home { $n } times
    }
handover-unreviewed = Nobody whose mother tongue is { $language } has checked this text.
handover-change-language = Change language
handover-call-interpreter = Bomiljø does not have this text in the resident’s language. Call an interpreter.
handover-ask-back-words = Ask: “What will you do if you need help afterwards?”
handover-told-by = { $who } told them { $when }
handover-others = The others who have not been told
handover-not-home = Not at home
handover-is-not-home = Noted: not at home
handover-has-told = Has been told
handover-is-told-now = Noted: has been told
handover-must-be-said = “If … then …” must be filled in unless things are steady.
handover-no-receiver = no receiver yet
handover-notes = What you have noted
handover-notes-to = for “{ $field }”
handover-notes-what = Bomiljø does not write for you. Press + to put the text in, and change it until it is yours.
handover-put-note = Put in: { $note }
handover-sign = Sign as lead
handover-is-signed-now = The summary is signed
handover-to-answer =
    { $n ->
        [one] 1 matter waits for your answer
       *[other] { $n } matters wait for your answer
    }
handover-unaccepted =
    { $n ->
        [one] 1 matter is not placed
       *[other] { $n } matters are not placed
    }
handover-untold =
    { $n ->
        [0] Everybody has been told
        [one] 1 resident has not been told
       *[other] { $n } residents have not been told
    }
handover-more-untold =
    { $n ->
        [one] and 1 more
       *[other] and { $n } more
    }

pin-about = Pinned for those who come next
pin-put-on = Pin for those who come next
pin-take-off = Unpin
pin-done = The note is pinned
pin-undone = The note is unpinned
handover-closed-now = The handover is closed
handover-review = You kept this: look at it again today
