# Det som blir registrert: kvar type med felta sine, og listene ein vel frå.

unit = Leilegheit
    .label = Dørnummer
    .floor = Etasje
    .rooms = Rom
    .accessible = Tilgjengeleg med rullestol
    .use = Blir brukt som
    .remarks = Merknader
    .rent = Husleige per månad
    .closed = Ute av bruk

partner = Partnar
    .name = Namn
    .kind = Kva slag
    .phone = Telefon
    .email = E-post
    .hours = Når dei svarar
    .topics = Kva dei svarar på
    .remarks = Greitt å vite
    .in_app = Bruker Bomiljø sjølv

member = Kollega
    .name = Namn
    .languages = Språk
    .phone = Telefon
    .hours = Arbeidstid
    .first = Første dag
    .last = Siste dag
    .lead = Leier teamet
    .away = Borte

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
    .owner = Kven har ansvaret

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
    .owner = Kven følgjer opp
    .photo = Bilete

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
    .owner = Kven følgjer opp

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
    .receiver = Kven bør ta over
    .steps = Steg

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
    .agenda = Sakliste

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

pin = Festa notat
    .note = Notat

handover = Overlevering
    .scope = Kva det gjeld
    .last_day = Siste dag
    .leaving = Kven som sluttar
    .resident = Kven som flyttar
    .lead = Kven som leier overleveringa
    .reason = Kvifor, slik bebuarane får høyre det
    .farewell = Avslutning
    .status = Status

handover-scope = Kva det gjeld
    .building = Bemanninga sluttar
    .member = Ein kollega sluttar
    .resident = Ein bebuar flyttar

handover-status = Status for overlevering
    .draft = Utkast
    .open = I gang
    .closed = Avslutta

handover-item = Sak i overlevering
    .handover = Overlevering
    .matter = Sak
    .owner = Kven som hadde saka
    .remains = Dette står att
    .receiver = Mottakar
    .channel = Korleis mottakaren får saka
    .takes_over = Tek over frå og med
    .status = Status
    .offered_at = Når ho vart tilboden
    .consent = Samtykke
    .consent_how = Korleis det vart gitt
    .consent_day = Når det vart gitt
    .consent_language = På kva språk
    .consent_interpreter = Kven tolka
    .consent_why = Grunngiving
    .question = Spørsmål
    .answer = Svar
    .understood = Mottakaren sine eigne ord
    .reason = Kvifor
    .answered_for = Kven svaret er frå
    .answered_by = Kven svara
    .answered_at = Når dei svara
    .kept_by = Behalden av
    .review = Ny vurdering

handover-item-status = Status for sak i overlevering
    .unplaced = Utan mottakar
    .offered = Tilboden
    .question = Spørsmål
    .accepted = Teken imot
    .asked-back = Ønskt tilbake
    .declined = Takka nei
    .kept-by-lead = Hos leiar

handover-channel = Korleis mottakaren får saka
    .in-app = I Bomiljø
    .package = I ei pakke
    .by-hand = På papir eller telefon

consent = Samtykke
    .given = Gitt
    .not-needed = Trengst ikkje
    .overridden = Gitt vidare utan samtykke

consent-how = Korleis samtykket vart gitt
    .spoken = Munnleg
    .written = Skriftleg

summary = Oppsummering
    .handover = Overlevering
    .resident = Bebuar
    .state = Slik er det no
    .who = Kven dette er
    .open = Dette er ikkje avslutta
    .if_then = Viss … så …
    .wishes = Kva bebuaren sjølv ønskjer
    .as_of = Status per
    .signed_by = Signert av
    .signed_words = Det som vart signert

wellbeing = Slik er det no
    .steady = Stabilt
    .watch = Hald auge med
    .acute = Akutt

notice = Beskjed
    .handover = Overlevering
    .resident = Bebuar
    .language = Språk
    .place = Kvar
    .told_by = Kven gav beskjed
    .told_at = Når
    .interpreter = Kven tolka
    .said_back = Kva bebuaren sa, med eigne ord
    .wishes = Kva bebuaren ønskjer
    .not_home = Kor mange gonger ikkje heime

notice-place = Kvar beskjeden vart gitt
    .door = På døra
    .office = På kontoret
    .phone = På telefon
    .meeting = På eit møte
    .in-writing = I eit brev

notice-wish = Kva bebuaren ønskjer
    .meet-together = Felles møte
    .call-together = Ringje saman
    .numbers = Lapp med nummer

submission = Arkivuttrekk
    .made_at = Når det vart laga
    .holds = Kva det inneheld
    .to_depot = Depot
    .status = Status
    .decided = Dato for svaret
    .said_by = Kven hos depotet som svara
    .remarks = Merknader

submission-status = Status
    .prepared = Ikkje levert enno
    .received = Motteke, ikkje godkjent enno
    .accepted = Godkjent
    .rejected = Avvist

disposal = Tømming av ei eining
    .device_id = Eining
    .handover = Overlevering
    .owner = Kven si eining
    .begun = Når tømminga byrja
    .emptied = Når eininga var tom
    .destroyed = Kva som vart øydelagt
    .noted = Kva leiaren veit om eininga
    .noted_by = Leiar

destroyed = Kva som vart øydelagt
    .data-key = Nøkkelen
    .data-files = Datafilene

site-topic = Tema
    .name = Kva det heiter her
    .owner = Kven som svarar
    .partner = Kven spørsmålet går til
    .no_partner = Ingen bestemt partnar
    .hidden = Ikkje vis som val lenger
    .place = Plass i lista

site = Innstillingane til bygget
    .zone = Tidssone

wording = Eiga formulering
    .words = Orda
    .language = Språk
    .text = Teksten dei erstattar

saved =
    .pin = Notatet er festa
    .disposal = Det er notert
    .submission = Arkivuttrekket er lagra
    .handover = Overleveringa er lagra
    .handover-item = Saka er lagra
    .summary = Oppsummeringa er lagra
    .notice = Beskjeden er lagra
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
    .site-topic = Temaet er lagra
    .member = Kollegaen er lagra
    .site = Innstillinga er lagra
    .wording = Teksten er lagra

many = Fleire
    .handover = Overleveringar
    .resident = Bebuarar
    .visit = Samtalar
    .appointment = Avtalar
    .incident = Hendingar
    .referral = Tilvisingar
    .follow-up = Oppfølgingar
    .activity = Aktivitetar
    .member = Kollegaer
    .partner = Partnarar
    .unit = Leilegheiter
    .enquiry = Førespurnader
