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
    .carried-message = Carried a message
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
