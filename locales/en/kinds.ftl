# What is recorded: each kind with its fields, and the lists one chooses from.

unit = Flat
    .label = Door number
    .floor = Floor
    .rooms = Rooms
    .accessible = Wheelchair accessible
    .use = Used as
    .remarks = Remarks
    .rent = Rent per month
    .closed = Out of use

partner = Partner
    .name = Name
    .kind = What sort
    .phone = Phone
    .email = Email
    .hours = When they answer
    .topics = What they answer for
    .remarks = Good to know
    .in_app = Uses Bomiljø too

member = Colleague
    .name = Name
    .languages = Languages
    .phone = Phone
    .hours = Working hours
    .first = First day
    .last = Last day
    .lead = Leads the team
    .away = Away

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
    .owner = Who is responsible

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
    .owner = Who follows up
    .photo = Picture

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
    .owner = Who follows up

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
    .receiver = Who should take over
    .steps = Steps

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
    .agenda = Agenda

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

pin = Pinned note
    .note = Note

handover = Handover
    .scope = What it is about
    .last_day = Last day
    .leaving = Who leaves
    .resident = Who moves
    .lead = Who leads the handover
    .reason = Why, as residents will hear it
    .farewell = Farewell
    .status = Status

handover-scope = What it is about
    .building = Staffing ends
    .member = A colleague leaves
    .resident = A resident moves

handover-status = Status of a handover
    .draft = Draft
    .open = Under way
    .closed = Closed

handover-item = Matter in a handover
    .handover = Handover
    .matter = Matter
    .owner = Who had it
    .remains = What remains
    .receiver = Receiver
    .channel = How the receiver gets it
    .takes_over = Takes over on
    .status = Status
    .offered_at = When it was offered
    .consent = Consent
    .consent_how = How it was given
    .consent_day = When it was given
    .consent_language = In which language
    .consent_interpreter = Who interpreted
    .consent_why = Reason
    .question = Question
    .answer = Answer
    .understood = In the receiver’s own words
    .reason = Why
    .answered_for = Whose answer it is
    .answered_by = Who answered
    .answered_at = When they answered
    .kept_by = Kept by
    .review = Look at again on

handover-item-status = Status of a matter in a handover
    .unplaced = Without a receiver
    .offered = Offered
    .question = Question
    .accepted = Accepted
    .asked-back = Wanted back
    .declined = Declined
    .kept-by-lead = With a lead

handover-channel = How the receiver gets the matter
    .in-app = In Bomiljø
    .package = In a package
    .by-hand = On paper or by phone

consent = Consent
    .given = Given
    .not-needed = Not needed
    .overridden = Passed on without consent

consent-how = How consent was given
    .spoken = Spoken
    .written = In writing

summary = Summary
    .handover = Handover
    .resident = Resident
    .state = How things are
    .who = Who this is
    .open = What is open
    .if_then = If … then …
    .wishes = What the resident wants
    .as_of = As of
    .signed_by = Signed by
    .signed_words = What was signed

wellbeing = How things are
    .steady = Steady
    .watch = Keep an eye on
    .acute = Acute

notice = Notice
    .handover = Handover
    .resident = Resident
    .language = Language
    .place = Where
    .told_by = Who told them
    .told_at = When
    .interpreter = Who interpreted
    .said_back = Said back in their own words
    .wishes = What they want
    .not_home = Times not at home

notice-place = Where they were told
    .door = At the door
    .office = In the office
    .phone = By phone
    .meeting = At a meeting
    .in-writing = In a letter

notice-wish = What the resident wants
    .meet-together = Meet together
    .call-together = Call together
    .numbers = Slip with numbers

submission = Archive
    .made_at = When it was made
    .holds = What it contains
    .to_depot = Depot
    .status = Status
    .decided = Date of the answer
    .said_by = Who at the depot answered
    .remarks = Remarks

submission-status = Status
    .prepared = Not delivered yet
    .received = Received, not accepted yet
    .accepted = Accepted
    .rejected = Rejected

disposal = Emptying of a device
    .device_id = Device
    .handover = Handover
    .owner = Whose device
    .begun = When the emptying began
    .emptied = When the device was empty
    .destroyed = What was destroyed
    .noted = What the lead knows about the device
    .noted_by = Lead

destroyed = What was destroyed
    .data-key = The key
    .data-files = The data files

site-topic = Topic
    .name = What it is called here
    .owner = Who answers
    .partner = Where the question goes
    .no_partner = No particular partner
    .hidden = No longer offered
    .place = Place in the list

site = The site’s settings
    .zone = Time zone

wording = Own wording
    .words = The words
    .language = Language
    .text = The text they replace

saved =
    .pin = The note is pinned
    .disposal = It is noted
    .submission = The archive is saved
    .handover = The handover is saved
    .handover-item = The matter is saved
    .summary = The summary is saved
    .notice = The notice is saved
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
    .site-topic = Topic saved
    .member = Colleague saved
    .site = Setting saved
    .wording = Text saved

many = Several
    .handover = Handovers
    .resident = Residents
    .visit = Conversations
    .appointment = Appointments
    .incident = Incidents
    .referral = Referrals
    .follow-up = Follow-ups
    .activity = Activities
    .member = Colleagues
    .partner = Partners
    .unit = Flats
    .enquiry = Enquiries
