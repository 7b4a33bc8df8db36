# Det som registreres: hver type med feltene sine, og listene man velger fra.

unit = Leilighet
    .label = Dørnummer
    .floor = Etasje
    .rooms = Rom
    .accessible = Tilgjengelig med rullestol
    .use = Brukes som
    .remarks = Merknader
    .rent = Husleie per måned
    .closed = Ute av bruk

partner = Partner
    .name = Navn
    .kind = Hva slags
    .phone = Telefon
    .email = E-post
    .hours = Når de svarer
    .topics = Hva de svarer på
    .remarks = Greit å vite
    .in_app = Bruker Bomiljø selv

member = Kollega
    .name = Navn
    .languages = Språk
    .phone = Telefon
    .hours = Arbeidstid
    .first = Første dag
    .last = Siste dag
    .lead = Leder teamet
    .away = Borte

resident = Beboer
    .name = Navn
    .display_name = Kallenavn
    .languages = Språk, morsmålet først
    .interpreter = Tolk
    .birth_year = Fødselsår
    .unit = Leilighet
    .moved_in = Flyttet inn
    .moved_out = Flyttet ut
    .moved_to = Flyttet til
    .phone = Telefon
    .contacts = Kontakter
    .remarks = Merknader
    .same_as = Samme person som

# A person whose name nobody knows.
unknown = Ukjent

visit = Samtale
    .at = Når
    .residents = Hvem
    .topics = Om hva
    .place = Hvor
    .minutes = Minutter
    .language = Språk
    .interpreter = Hvem tolket
    .our_part = Hva gjorde vi
    .note = Notat
    .outcome = Hvordan gikk det

topic = Tema
    .economy = Økonomi
    .housing = Bolig
    .post-and-forms = Post og skjema
    .health = Helse
    .bankid-and-digital = BankID og digitalt
    .nav = Nav
    .neighbours = Naboer
    .school = Skole
    .work = Arbeid
    .introduction-programme = Introprogram
    .language-course = Norskkurs
    .transport = Transport
    .leisure = Fritid
    .family = Familie
    .residence-permit = Oppholdstillatelse
    .safety = Trygghet
    .other = Annet

owner = Hvem som svarer
    .us = vi
    .nav = Nav
    .landlord = utleier
    .housing-office = Boligkontoret
    .health = helsetjenesten
    .other = andre

place = Sted
    .office = Kontoret
    .at-home = Hjemme hos
    .common-house = Felleshuset
    .outside = Ute
    .phone = Telefon
    .message = Melding

interpreting = Tolking
    .none = Uten tolk
    .phone = Tolk på telefon
    .on-site = Tolk til stede
    .relative = Slekt eller venn
    .colleague = Kollega

our-part = Det vi gjorde
    .listened = Lyttet
    .advised = Ga råd
    .carried-message = Ga beskjed videre
    .passed-on = Sendte videre

outcome = Utfall
    .settled = I orden
    .follow-up = Følges opp
    .referred = Henvist

interpreter = Tolkebehov
    .none = Trenger ikke tolk
    .sometimes = Tolk når det er viktig
    .always = Alltid tolk

contact-role = Rolle
    .settler = Bosettingskonsulent
    .nav-adviser = Nav-veileder
    .introduction-adviser = Introveileder
    .gp = Fastlege
    .landlord = Utleier
    .interpreter = Tolk
    .other = Annen kontakt

unit-use = Bruk
    .apartment = Bolig
    .office = Kontor
    .common = Felles

partner-kind = Slags partner
    .nav = Nav
    .landlord = Utleier
    .housing-office = Boligkontor
    .gp = Fastlege
    .health = Helsetjeneste
    .police = Politi
    .school = Skole
    .volunteer = Frivillige
    .interpreter = Tolketjeneste
    .other = Annet

appointment = Avtale
    .residents = Hvem
    .purpose = Hva det gjelder
    .at = Når
    .partner = Hos hvem
    .with = Hos noen andre
    .place = Adresse
    .escort = Hvem følger
    .meet = Hvor dere møtes
    .interpreter_ordered = Tolk er bestilt
    .status = Status
    .outcome = Hva kom det ut av det
    .next = Neste avtale
    .from = Kommer av
    .owner = Hvem har ansvaret

appointment-status = Status for avtale
    .planned = Planlagt
    .done = Gjennomført
    .no-show = Møtte ikke
    .moved = Flyttet
    .cancelled = Avlyst

incident = Hendelse
    .type = Hva slags
    .seriousness = Hvor alvorlig
    .what = Hva skjedde
    .at = Når
    .place = Hvor
    .unit = Leilighet eller rom
    .parties = Hvem gjelder det
    .actions = Hva vi gjorde
    .notified = Hvem vi ringte
    .status = Status
    .closed_how = Hvordan ble det løst
    .from = Kommer av
    .owner = Hvem følger opp
    .photo = Bilde

incident-type = Slags hendelse
    .noise = Støy
    .smoke-smell = Røyklukt
    .conflict = Konflikt
    .damage = Skade
    .theft = Tyveri
    .harassment = Trakassering eller hets
    .violence = Vold eller trusler
    .fire = Brann
    .health = Sykdom eller ulykke
    .other = Annet

seriousness = Alvor
    .minor = Mindre alvorlig
    .serious = Alvorlig
    .acute = Akutt

party-role = Rolle i hendelsen
    .affected = Berørt
    .caused = Forårsaket
    .witness = Vitne

reached = Fikk vi tak i dem
    .reached = Fikk svar
    .no-answer = Ikke svar
    .message-left = La igjen beskjed

incident-status = Status for hendelse
    .open = Åpen
    .watching = Følger med
    .closed = Lukket

referral = Henvisning
    .to = Til hvem
    .about = Hvem gjelder det
    .topic = Tema
    .ask = Hva vi ber om
    .reply_by = Ønsker svar innen
    .urgency = Hvor mye haster det
    .status = Status
    .answer = Svaret
    .from = Kommer av
    .owner = Hvem følger opp

urgency = Hast
    .normal = Når det passer
    .soon = Innen få dager
    .urgent = Haster i dag

referral-status = Status for henvisning
    .draft = Ikke sendt ennå
    .sent = Sendt
    .accepted = De har tatt saken
    .declined = Avslått
    .answered = Besvart
    .done = Ferdig
    .withdrawn = Trukket

follow-up = Oppfølging
    .what = Hva skal gjøres
    .due = Frist
    .owner = Hvem gjør det
    .about = Hvem gjelder det
    .done = Gjort
    .done_how = Hvordan det gikk
    .from = Kommer av
    .receiver = Hvem bør overta
    .steps = Steg

follow-up-state = Hvor langt oppfølgingen er kommet
    .open = Åpen
    .done = Gjort

enquiry = Henvendelse
    .who = Hvem spør
    .role = Hvem de er for oss
    .phone = Telefon
    .what = Hva de spør om
    .received = Når den kom
    .answer_by = Svarfrist
    .answers = Hvem svarer
    .status = Status
    .answered = Dagen de fikk svar
    .told = Hva de fikk vite

asker = Hvem de er for oss
    .neighbour = Nabo
    .school = Skole eller barnehage
    .prison = Fengsel
    .press = Presse
    .other = Annet

enquiry-status = Status for henvendelse
    .unanswered = Venter på svar
    .answered = Besvart
    .dismissed = Trenger ikke svar

enquiry-answer = Skriv svar
enquiry-dismiss = Trenger ikke svar

activity = Aktivitet
    .title = Hva
    .status = Status
    .day = Dag
    .time = Klokkeslett
    .week = Uke, når dagen ikke er bestemt
    .place = Hvor
    .why = Hvorfor utsatt eller avlyst
    .responsible = Hvem har ansvaret
    .capacity = Plass til
    .attendance = Oppmøte
    .headcount = Antall som kom uten navn
    .remarks = Merknader
    .agenda = Saksliste

activity-status = Status for aktivitet
    .idea = Idé
    .planned = Planlagt
    .booked = Booket
    .confirmed = Bekreftet
    .weather-reserve = Værforbehold
    .postponed = Utsatt
    .cancelled = Avlyst
    .done = Gjennomført

attendance-mode = Måte å føre oppmøte på
    .names = Navn for navn
    .headcount = Bare antall

attendance = Oppmøte
    .activity = Aktivitet
    .resident = Beboer
    .status = Kom

attendance-status = Hvem som kom
    .signed-up = Påmeldt
    .came = Kom
    .did-not-come = Kom ikke

attendance-past = Hvem som kom
    .unknown = Påmeldt, ikke krysset av

pin = Festet notat
    .note = Notat

handover = Overlevering
    .scope = Hva det gjelder
    .last_day = Siste dag
    .leaving = Hvem som slutter
    .resident = Hvem som flytter
    .lead = Hvem som leder overleveringen
    .reason = Hvorfor, slik beboerne får høre det
    .farewell = Avslutning
    .status = Status

handover-scope = Hva det gjelder
    .building = Bemanningen slutter
    .member = En kollega slutter
    .resident = En beboer flytter

handover-status = Status for overlevering
    .draft = Utkast
    .open = I gang
    .closed = Avsluttet

handover-item = Sak i overlevering
    .handover = Overlevering
    .matter = Sak
    .owner = Hvem som hadde saken
    .remains = Dette gjenstår
    .receiver = Mottaker
    .channel = Hvordan mottakeren får saken
    .takes_over = Overtar fra og med
    .status = Status
    .offered_at = Når den ble tilbudt
    .consent = Samtykke
    .consent_how = Hvordan det ble gitt
    .consent_day = Når det ble gitt
    .consent_language = På hvilket språk
    .consent_interpreter = Hvem tolket
    .consent_why = Begrunnelse
    .question = Spørsmål
    .answer = Svar
    .understood = Mottakerens egne ord
    .reason = Hvorfor
    .answered_for = Hvem svaret er fra
    .answered_by = Hvem svarte
    .answered_at = Når de svarte
    .kept_by = Beholdt av
    .review = Ny vurdering

handover-item-status = Status for sak i overlevering
    .unplaced = Uten mottaker
    .offered = Tilbudt
    .question = Spørsmål
    .accepted = Tatt imot
    .asked-back = Ønskes tilbake
    .declined = Takket nei
    .kept-by-lead = Hos leder

handover-channel = Hvordan mottakeren får saken
    .in-app = I Bomiljø
    .package = I en pakke
    .by-hand = På papir eller telefon

consent = Samtykke
    .given = Gitt
    .not-needed = Trengs ikke
    .overridden = Gitt videre uten samtykke

consent-how = Hvordan samtykket ble gitt
    .spoken = Muntlig
    .written = Skriftlig

summary = Oppsummering
    .handover = Overlevering
    .resident = Beboer
    .state = Slik er det nå
    .who = Hvem dette er
    .open = Dette er ikke avsluttet
    .if_then = Hvis … så …
    .wishes = Hva beboeren selv ønsker
    .as_of = Status per
    .signed_by = Signert av
    .signed_words = Det som ble signert

wellbeing = Slik er det nå
    .steady = Stabilt
    .watch = Hold øye med
    .acute = Akutt

notice = Beskjed
    .handover = Overlevering
    .resident = Beboer
    .language = Språk
    .place = Hvor
    .told_by = Hvem ga beskjed
    .told_at = Når
    .interpreter = Hvem tolket
    .said_back = Hva beboeren sa, med egne ord
    .wishes = Hva beboeren ønsker
    .not_home = Hvor mange ganger ikke hjemme

notice-place = Hvor beskjeden ble gitt
    .door = På døra
    .office = På kontoret
    .phone = På telefon
    .meeting = På et møte
    .in-writing = I et brev

notice-wish = Hva beboeren ønsker
    .meet-together = Felles møte
    .call-together = Ringe sammen
    .numbers = Lapp med numre

submission = Arkivuttrekk
    .made_at = Når det ble laget
    .holds = Hva det inneholder
    .to_depot = Depot
    .status = Status
    .decided = Dato for svaret
    .said_by = Hvem hos depotet som svarte
    .remarks = Merknader

submission-status = Status
    .prepared = Ikke levert ennå
    .received = Mottatt, ikke godkjent ennå
    .accepted = Godkjent
    .rejected = Avvist

disposal = Tømming av en enhet
    .device_id = Enhet
    .handover = Overlevering
    .owner = Hvem sin enhet
    .begun = Når tømmingen begynte
    .emptied = Når enheten var tom
    .destroyed = Hva som ble ødelagt
    .noted = Hva lederen vet om enheten
    .noted_by = Leder

destroyed = Hva som ble ødelagt
    .data-key = Nøkkelen
    .data-files = Datafilene

site-topic = Tema
    .name = Hva det heter her
    .owner = Hvem som svarer
    .partner = Hvem spørsmålet går til
    .no_partner = Ingen bestemt partner
    .hidden = Ikke vis som valg lenger
    .place = Plass i lista

site = Byggets innstillinger
    .zone = Tidssone

wording = Egen formulering
    .words = Ordene
    .language = Språk
    .text = Teksten de erstatter

saved =
    .pin = Notatet er festet
    .disposal = Det er notert
    .submission = Arkivuttrekket er lagret
    .handover = Overleveringen er lagret
    .handover-item = Saken er lagret
    .summary = Oppsummeringen er lagret
    .notice = Beskjeden er lagret
    .visit = Samtalen er lagret
    .resident = Beboeren er lagret
    .unit = Leiligheten er lagret
    .partner = Partneren er lagret
    .appointment = Avtalen er lagret
    .incident = Hendelsen er lagret
    .referral = Henvisningen er lagret
    .activity = Aktiviteten er lagret
    .follow-up = Oppfølgingen er lagret
    .enquiry = Henvendelsen er lagret
    .attendance = Oppmøtet er lagret
    .site-topic = Temaet er lagret
    .member = Kollegaen er lagret
    .site = Innstillingen er lagret
    .wording = Teksten er lagret

many = Flere
    .handover = Overleveringer
    .resident = Beboere
    .visit = Samtaler
    .appointment = Avtaler
    .incident = Hendelser
    .referral = Henvisninger
    .follow-up = Oppfølginger
    .activity = Aktiviteter
    .member = Kolleger
    .partner = Partnere
    .unit = Leiligheter
    .enquiry = Henvendelser
