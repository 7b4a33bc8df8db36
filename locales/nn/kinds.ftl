# Det som blir registrert: kvar type med felta sine, og listene ein vel frå.

unit = Leilegheit
    .label = Dørnummer
    .floor = Etasje
    .rooms = Rom
    .accessible = Tilgjengeleg med rullestol
    .use = Blir brukt som
    .remarks = Merknader

partner = Partnar
    .name = Namn
    .kind = Kva slag
    .phone = Telefon
    .email = E-post
    .hours = Når dei svarar
    .topics = Kva dei svarar på
    .remarks = Greitt å vite
    .in_app = Bruker Bomiljø sjølv

resident = Bebuar
    .name = Namn
    .display_name = Kallenamn
    .languages = Språk, morsmålet først
    .interpreter = Tolk
    .birth_year = Fødselsår
    .unit = Leilegheit
    .moved_in = Flytta inn
    .moved_out = Flytta ut
    .moved_to = Flytta til
    .phone = Telefon
    .contacts = Kontaktar
    .remarks = Merknader
    .same_as = Same person som

# A person whose name nobody knows.
unknown = Ukjend

visit = Samtale
    .at = Når
    .residents = Kven
    .topics = Om kva
    .place = Kvar
    .minutes = Minutt
    .language = Språk
    .interpreter = Kven tolka
    .our_part = Kva gjorde vi
    .note = Notat
    .outcome = Korleis gjekk det

topic = Tema
    .economy = Økonomi
    .housing = Bustad
    .post-and-forms = Post og skjema
    .health = Helse
    .bankid-and-digital = BankID og digitalt
    .nav = Nav
    .neighbours = Naboar
    .school = Skule
    .work = Arbeid
    .introduction-programme = Introprogram
    .language-course = Norskkurs
    .transport = Transport
    .leisure = Fritid
    .family = Familie
    .residence-permit = Opphaldsløyve
    .safety = Tryggleik
    .other = Anna

owner = Kven som svarar
    .us = vi
    .nav = Nav
    .landlord = utleigaren
    .housing-office = Bustadkontoret
    .health = helsetenesta
    .other = andre

place = Stad
    .office = Kontoret
    .at-home = Heime hos
    .common-house = Felleshuset
    .outside = Ute
    .phone = Telefon
    .message = Melding

interpreting = Tolking
    .none = Utan tolk
    .phone = Tolk på telefon
    .on-site = Tolk til stades
    .relative = Slekt eller ven
    .colleague = Kollega

our-part = Det vi gjorde
    .listened = Lytta
    .advised = Gav råd
    .carried-message = Gav beskjed vidare
    .passed-on = Sende vidare

outcome = Utfall
    .settled = I orden
    .follow-up = Blir følgt opp
    .referred = Tilvist

interpreter = Tolkebehov
    .none = Treng ikkje tolk
    .sometimes = Tolk når det er viktig
    .always = Alltid tolk

contact-role = Rolle
    .settler = Busetjingskonsulent
    .nav-adviser = Nav-rettleiar
    .introduction-adviser = Introrettleiar
    .gp = Fastlege
    .landlord = Utleigar
    .interpreter = Tolk
    .other = Annan kontakt

unit-use = Bruk
    .apartment = Bustad
    .office = Kontor
    .common = Felles

partner-kind = Slag partnar
    .nav = Nav
    .landlord = Utleigar
    .housing-office = Bustadkontor
    .gp = Fastlege
    .health = Helseteneste
    .police = Politi
    .school = Skule
    .volunteer = Frivillige
    .interpreter = Tolketeneste
    .other = Anna

appointment = Avtale
    .residents = Kven
    .purpose = Kva det gjeld
    .at = Når
    .partner = Hos kven
    .with = Hos nokon andre
    .place = Adresse
    .escort = Kven følgjer
    .meet = Kvar de møtest
    .interpreter_ordered = Tolk er tinga
    .status = Status
    .outcome = Kva kom det ut av det
    .next = Neste avtale
    .from = Kjem av

appointment-status = Status for avtale
    .planned = Planlagd
    .done = Gjennomført
    .no-show = Møtte ikkje
    .moved = Flytta
    .cancelled = Avlyst

incident = Hending
    .type = Kva slag
    .seriousness = Kor alvorleg
    .what = Kva skjedde
    .at = Når
    .place = Kvar
    .unit = Leilegheit eller rom
    .parties = Kven gjeld det
    .actions = Kva vi gjorde
    .notified = Kven vi ringde
    .status = Status
    .closed_how = Korleis vart det løyst
    .from = Kjem av

incident-type = Slag hending
    .noise = Støy
    .smoke-smell = Røyklukt
    .conflict = Konflikt
    .damage = Skade
    .theft = Tjuveri
    .harassment = Trakassering eller hets
    .violence = Vald eller truslar
    .fire = Brann
    .health = Sjukdom eller ulykke
    .other = Anna

seriousness = Alvor
    .minor = Mindre alvorleg
    .serious = Alvorleg
    .acute = Akutt

party-role = Rolle i hendinga
    .affected = Råka
    .caused = Årsaka til det
    .witness = Vitne

reached = Fekk vi tak i dei
    .reached = Fekk svar
    .no-answer = Ikkje svar
    .message-left = La att beskjed

incident-status = Status for hending
    .open = Open
    .watching = Følgjer med
    .closed = Lukka

referral = Tilvising
    .to = Til kven
    .about = Kven gjeld det
    .topic = Tema
    .ask = Kva vi ber om
    .reply_by = Ønskjer svar innan
    .urgency = Kor mykje hastar det
    .status = Status
    .answer = Svaret
    .from = Kjem av

urgency = Hast
    .normal = Når det passar
    .soon = Innan få dagar
    .urgent = Hastar i dag

referral-status = Status for tilvising
    .draft = Ikkje sendt enno
    .sent = Send
    .accepted = Dei har teke saka
    .declined = Avslått
    .answered = Svara på
    .done = Ferdig
    .withdrawn = Trekt

follow-up = Oppfølging
    .what = Kva skal gjerast
    .due = Frist
    .owner = Kven gjer det
    .about = Kven gjeld det
    .done = Gjort
    .done_how = Korleis det gjekk
    .from = Kjem av

follow-up-state = Kor langt oppfølginga er komen
    .open = Open
    .done = Gjort

enquiry = Førespurnad
    .who = Kven spør
    .role = Kven dei er for oss
    .phone = Telefon
    .what = Kva dei spør om
    .received = Når han kom
    .answer_by = Svarfrist
    .answers = Kven svarar
    .status = Status
    .answered = Dagen dei fekk svar
    .told = Kva dei fekk vite

asker = Kven dei er for oss
    .neighbour = Nabo
    .school = Skule eller barnehage
    .prison = Fengsel
    .press = Presse
    .other = Anna

enquiry-status = Status for førespurnad
    .unanswered = Ventar på svar
    .answered = Svart på
    .dismissed = Treng ikkje svar

enquiry-answer = Skriv svar
enquiry-dismiss = Treng ikkje svar

activity = Aktivitet
    .title = Kva
    .status = Status
    .day = Dag
    .time = Klokkeslett
    .week = Veke, når dagen ikkje er bestemt
    .place = Kvar
    .why = Kvifor utsett eller avlyst
    .responsible = Kven har ansvaret
    .capacity = Plass til
    .attendance = Oppmøte
    .headcount = Kor mange som kom utan namn
    .remarks = Merknader

activity-status = Status for aktivitet
    .idea = Idé
    .planned = Planlagd
    .booked = Tinga
    .confirmed = Stadfesta
    .weather-reserve = Vêratterhald
    .postponed = Utsett
    .cancelled = Avlyst
    .done = Gjennomført

attendance-mode = Måte å føre oppmøte på
    .names = Namn for namn
    .headcount = Berre talet

attendance = Oppmøte
    .activity = Aktivitet
    .resident = Bebuar
    .status = Kom

attendance-status = Kven som kom
    .signed-up = Påmeld
    .came = Kom
    .did-not-come = Kom ikkje

attendance-past = Kven som kom
    .unknown = Påmeld, ikkje kryssa av

topic-owner = Kven som svarer
    .topic = Tema
    .owner = Kven svarer
    .partner = Kven spørsmålet går til
    .no_partner = Ingen bestemt partnar

site = Innstillingane til bygget
    .zone = Tidssone

wording = Eiga formulering
    .words = Orda
    .language = Språk
    .text = Teksten dei erstattar

saved =
    .visit = Samtalen er lagra
    .resident = Bebuaren er lagra
    .unit = Leilegheita er lagra
    .partner = Partnaren er lagra
    .appointment = Avtalen er lagra
    .incident = Hendinga er lagra
    .referral = Tilvisinga er lagra
    .activity = Aktiviteten er lagra
    .follow-up = Oppfølginga er lagra
    .enquiry = Førespurnaden er lagra
    .attendance = Oppmøtet er lagra
    .topic-owner = Svaret er lagra
    .site = Innstillinga er lagra
    .wording = Teksten er lagra

many = Fleire
    .resident = Bebuarar
    .visit = Samtalar
    .appointment = Avtalar
    .incident = Hendingar
    .referral = Tilvisingar
    .follow-up = Oppfølgingar
    .activity = Aktivitetar
    .partner = Partnarar
    .unit = Leilegheiter
    .enquiry = Førespurnader
