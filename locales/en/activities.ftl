# Activities: the plan week by week, who came, and the week plan for the wall.

activities-title = Activities
activities-empty = No activities yet
activities-empty-what = Write the first one in the week it belongs to. End with a question mark if it is only an idea.
activities-earlier =
    { $n ->
        [one] Earlier – 1 week
       *[other] Earlier – { $n } weeks
    }

activity-new = New activity
activity-week-plan = Week plan
activity-week = Week { $n }
activity-this-week = this week
activity-next-week = next week
activity-last-week = last week
activity-week-from = from { $day }
activity-some-day = The day is not decided
activity-ideas = Ideas
activity-waiting = Postponed, no new day
activity-add = New in { $week }
activity-add-idea = New idea
activity-added = Added to the plan
activity-came = { $n } came
activity-details = Details
activity-room = room for { $n }
activity-now = Set to { $status }
activity-undated = Decide on a day or a week, and it will be in the plan.
activity-choose-day = Decide on a day
activity-history = History
activity-postpone = Postpone
activity-postponed = Postponed
activity-postponed-to = Moved to { $when }
activity-cancel = Cancel it
activity-cancelled = Cancelled
activity-confirm = Confirm the activity
activity-confirmed = Confirmed
activity-finish = Finished
activity-finished = Marked as done

postpone-title = Postpone the activity
postpone-why = Why
postpone-weather = Bad weather
postpone-illness = Illness
postpone-too-few = Too few signed up
postpone-signed-up = Those who are ticked stand as signed up once it is moved.
postpone-other = Other
postpone-words = The reason, in your own words
postpone-until = Until when
postpone-next-week = A week later, same day
postpone-choose = Choose a day
postpone-unknown = Not known yet
postpone-day = New day
cancel-title = Cancel the activity

roll-came = came
roll-signed-up = { $n } signed up
roll-stayed-away = { $n } did not come
roll-not-signed-up = not signed up
roll-nameless = { $n } without a name
roll-one-more = + 1: count one more
roll-one-less = Take one off
roll-find = Type a name, or just count
roll-shown = Showing { $shown } of { $n }
roll-tick = Tick off { $name }
roll-sign-up = Sign up { $name }
roll-named = { $n } of them by name
roll-more = More about { $name }
roll-nobody = There are no residents here yet. You can count all the same.
roll-no-match = Found nobody. Try fewer letters, or count without a name.
roll-room = { $taken } of { $room } places are taken
roll-full = Full: all { $room } places are taken.
roll-overfull = Too many: { $taken } on the list, but only room for { $room }.

week-plan-title = Week plan
week-plan-weeks = How much
week-plan-count =
    { $n ->
        [one] 1 week
       *[other] { $n } weeks
    }
week-plan-language = Language beside Norwegian
week-plan-norwegian = Norwegian only
week-plan-earlier = A week earlier
week-plan-later = A week later
week-plan-print = Print
week-plan-unreviewed = The words in this language have not been checked by a native speaker.
