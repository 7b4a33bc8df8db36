# Cases: incidents, referrals and follow-ups; the letter, the history and what is deleted.

cases-filter = Show only
cases-open = Open
cases-mine = Mine
cases-waiting = Awaiting an answer
cases-acute = Acute and serious
cases-late = Overdue
cases-closed = Closed
cases-kind = Sort of case
cases-all-kinds = All kinds
cases-count =
    { $n ->
        [0] No cases
        [one] 1 case
       *[other] { $n } cases
    }
cases-rest =
    { $n ->
        [one] 1 more case is not shown here. Search finds it.
       *[other] { $n } more cases are not shown here. Search finds them.
    }
cases-week = This week
cases-later = Later
cases-undated = Without a date
cases-yours = yours
cases-none = No cases here.
cases-empty = No cases yet
cases-empty-what = Here you gather incidents, referrals and what you have promised to do. Begin with one of the choices above.
cases-choose = Choose a case
cases-choose-what = Select a case in the list, and it is shown here.

case-late =
    { $n ->
        [one] 1 day overdue
       *[other] { $n } days overdue
    }
case-within = by { $day }
case-tick = Mark as done: { $what }
case-actions = What now?
case-history = History
case-links = Connected to
case-set = Set to “{ $status }”

case-steps = The course of the referral
case-step-answer = Answer
case-answer-from = Answer from { $who }
case-mail-subject = Enquiry from { $site }
case-how-to-send = Print the letter or call. Mark it as sent once they have it.
case-sent = Mark as sent
case-accepted = They take it on
case-answer = Enter the answer
case-declined = They said no
case-done = Done
case-ask-more = Ask for more
case-withdraw = Withdraw
case-letter = Print

case-call-now = Call now
case-call = Who needs to know?
case-fire = Fire
case-police = Police
case-ambulance = Ambulance
case-called = Called { $number }
case-called-at = Called { $number } at { $time }
case-no-partners = The landlord, police and health services that you add as partners are shown here with their numbers.
case-no-number = Add a number
case-how-call-went = Did you reach { $name }?
case-close = Close the case
case-watch = Keep watching
case-open-again = Reopen

case-is-done = Marked as done
case-not-done = Reopened
case-how-it-went = Write how it went
case-tomorrow = Put off until tomorrow
case-next-week = Put off for a week
case-other-day = Choose a day
case-is-put-off = Put off until { $day }

case-ask-answer = What did they answer?
case-ask-settled = How was it settled?
case-ask-went = How did it go?

letter-title = Letter
letter-line = This is how it looks on paper
letter-whole = Write full names
letter-doors = Include the flat number
letter-names = The text names the resident. Edit the referral if the letter should not.
letter-reach = How they reach you
letter-print = Print
letter-to = To
letter-subject = Enquiry about { $topic }
letter-about = Concerning:
letter-reply-by = We would like an answer by { $day }.
letter-contact = Please answer to: { $contact }
letter-regards = Kind regards

history-title = History
history-made = made
history-deleted = deleted
history-restored = restored
history-from = from
history-to = to
history-yes = yes
history-no = no

bin-title = Deleted
bin-line = What was deleted can be brought back from here
bin-save = Saving restores it.
bin-deleted = Deleted by { $who } { $when }
bin-restore = Restore
bin-restored = Restored
bin-empty = Nothing is deleted
bin-empty-what = What you delete ends up here, so that it can be restored.
