# What is recorded: each kind with its fields, and the lists one chooses from.

unit = Flat
    .label = Door number
    .floor = Floor
    .rooms = Rooms
    .accessible = Wheelchair accessible
    .use = Used as
    .remarks = Remarks

partner = Partner
    .name = Name
    .kind = What sort
    .phone = Phone
    .email = Email
    .hours = When they answer
    .topics = What they answer for
    .remarks = Good to know
    .in_app = Uses Bomiljø too

resident = Resident
    .name = Name
    .display_name = What we call them
    .languages = Languages, mother tongue first
    .interpreter = Interpreter
    .birth_year = Year of birth
    .unit = Flat
    .moved_in = Moved in
    .moved_out = Moved out
    .moved_to = Moved to
    .phone = Phone
    .contacts = Contacts
    .remarks = Remarks
    .same_as = Same person as

# A person whose name nobody knows.
unknown = Unknown

visit = Conversation
    .at = When
    .residents = Who
    .topics = What about
    .place = Where
    .minutes = Minutes
    .language = Language
    .interpreter = Who interpreted
    .our_part = What we did
    .note = Note
    .outcome = How did it end

topic = Topic
    .economy = Money
    .housing = Housing
    .post-and-forms = Post and forms
    .health = Health
    .bankid-and-digital = BankID and digital
    .nav = Nav
    .neighbours = Neighbours
    .school = School
    .work = Work
    .introduction-programme = Introduction programme
    .language-course = Norwegian lessons
    .transport = Transport
    .leisure = Leisure
    .family = Family
    .residence-permit = Residence permit
    .safety = Safety
    .other = Other

owner = Who answers
    .us = us
    .nav = Nav
    .landlord = the landlord
    .housing-office = the housing office
    .health = the health service
    .other = others

place = Place
    .office = The office
    .at-home = At their home
    .common-house = The common house
    .outside = Outside
    .phone = By phone
    .message = By message

interpreting = Interpreting
    .none = No interpreter
    .phone = Interpreter by phone
    .on-site = Interpreter present
    .relative = Relative or friend
    .colleague = Colleague

our-part = What we did
    .listened = Listened
    .advised = Gave advice
    .carried-message = Passed on a message
    .passed-on = Passed it on

outcome = Outcome
    .settled = Settled
    .follow-up = To follow up
    .referred = Referred

interpreter = Need for an interpreter
    .none = Needs no interpreter
    .sometimes = Interpreter when it matters
    .always = Always an interpreter

contact-role = Role
    .settler = Settlement officer
    .nav-adviser = Nav adviser
    .introduction-adviser = Introduction adviser
    .gp = GP
    .landlord = Landlord
    .interpreter = Interpreter
    .other = Other contact

unit-use = Use
    .apartment = Home
    .office = Office
    .common = Shared

partner-kind = Sort of partner
    .nav = Nav
    .landlord = Landlord
    .housing-office = Housing office
    .gp = GP
    .health = Health service
    .police = Police
    .school = School
    .volunteer = Volunteers
    .interpreter = Interpreting service
    .other = Other

appointment = Appointment
    .residents = Who
    .purpose = What for
    .at = When
    .partner = With whom
    .with = With somebody else
    .place = Address
    .escort = Who comes along
    .meet = Where you meet
    .interpreter_ordered = An interpreter is ordered
    .status = Status
    .outcome = What came of it
    .next = Next appointment
    .from = Comes from

appointment-status = Status of an appointment
    .planned = Planned
    .done = Done
    .no-show = Didn’t show up
    .moved = Moved
    .cancelled = Cancelled

incident = Incident
    .type = What sort
    .seriousness = How serious
    .what = What happened
    .at = When
    .place = Where
    .unit = Apartment or room
    .parties = Who is involved
    .actions = What we did
    .notified = Whom we called
    .status = Status
    .closed_how = How it was settled
    .from = Comes from

incident-type = Sort of incident
    .noise = Noise
    .smoke-smell = Smell of smoke
    .conflict = Conflict
    .damage = Damage
    .theft = Theft
    .harassment = Harassment or abuse
    .violence = Violence or threats
    .fire = Fire
    .health = Illness or accident
    .other = Other

seriousness = Seriousness
    .minor = Minor
    .serious = Serious
    .acute = Acute

party-role = Part in the incident
    .affected = Affected
    .caused = Caused it
    .witness = Witness

reached = Did we reach them
    .reached = Reached
    .no-answer = No answer
    .message-left = Left a message

incident-status = Status of an incident
    .open = Open
    .watching = Watching
    .closed = Closed

referral = Referral
    .to = To whom
    .about = About whom
    .topic = Topic
    .ask = What we ask for
    .reply_by = Reply wanted by
    .urgency = How urgent it is
    .status = Status
    .answer = The answer
    .from = Comes from

urgency = Urgency
    .normal = When it suits
    .soon = Within days
    .urgent = Urgent today

referral-status = Status of a referral
    .draft = Not sent yet
    .sent = Sent
    .accepted = Taken on
    .declined = Declined
    .answered = Answered
    .done = Done
    .withdrawn = Withdrawn

follow-up = Follow-up
    .what = What is to be done
    .due = Due
    .owner = Who does it
    .about = About whom
    .done = Done
    .done_how = How it went
    .from = Comes from

follow-up-state = How far the follow-up has come
    .open = Open
    .done = Done

enquiry = Enquiry
    .who = Who asks
    .role = What they are to us
    .phone = Phone
    .what = What they ask
    .received = When it came
    .answer_by = Answer by
    .answers = Who answers
    .status = Status
    .answered = The day they were answered
    .told = What they were told

asker = What they are to us
    .neighbour = Neighbour
    .school = School or kindergarten
    .prison = Prison
    .press = Press
    .other = Other

enquiry-status = Status of enquiry
    .unanswered = Waiting for an answer
    .answered = Answered
    .dismissed = Needs no answer

enquiry-answer = Write the answer
enquiry-dismiss = Needs no answer

activity = Activity
    .title = What
    .status = Status
    .day = Day
    .time = Time
    .week = Week, while the day is undecided
    .place = Where
    .why = Why postponed or cancelled
    .responsible = Who is responsible
    .capacity = Room for
    .attendance = Attendance
    .headcount = How many came without a name
    .remarks = Remarks

activity-status = Status of an activity
    .idea = Idea
    .planned = Planned
    .booked = Booked
    .confirmed = Confirmed
    .weather-reserve = Weather permitting
    .postponed = Postponed
    .cancelled = Cancelled
    .done = Done

attendance-mode = How attendance is taken
    .names = Name by name
    .headcount = Just the number

attendance = Attendance
    .activity = Activity
    .resident = Resident
    .status = Came

attendance-status = Who came
    .signed-up = Signed up
    .came = Came
    .did-not-come = Didn’t come

attendance-past = Who came
    .unknown = Signed up, not ticked off

topic-owner = Who answers
    .topic = Topic
    .owner = Who answers
    .partner = Where questions go
    .no_partner = No particular partner

site = The site’s settings
    .zone = Time zone

wording = Own wording
    .words = The words
    .language = Language
    .text = The text they replace

saved =
    .visit = Conversation saved
    .resident = Resident saved
    .unit = Flat saved
    .partner = Partner saved
    .appointment = Appointment saved
    .incident = Incident saved
    .referral = Referral saved
    .activity = Activity saved
    .follow-up = Follow-up saved
    .enquiry = The enquiry is saved
    .attendance = Attendance saved
    .topic-owner = Answer saved
    .site = Setting saved
    .wording = Text saved

many = Several
    .resident = Residents
    .visit = Conversations
    .appointment = Appointments
    .incident = Incidents
    .referral = Referrals
    .follow-up = Follow-ups
    .activity = Activities
    .partner = Partners
    .unit = Flats
    .enquiry = Enquiries
