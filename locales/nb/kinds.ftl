# Det som registreres: hver type med feltene sine, og listene man velger fra.

unit = Leilighet
    .label = Dørnummer
    .floor = Etasje
    .rooms = Rom
    .accessible = Tilgjengelig med rullestol
    .use = Brukes som
    .remarks = Merknader

partner = Partner
    .name = Navn
    .kind = Hva slags
    .phone = Telefon
    .email = E-post
    .hours = Når de svarer
    .topics = Hva de svarer på
    .in_app = Bruker Bomiljø selv

resident = Beboer
    .name = Navn
    .display_name = Det vi kaller dem
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
    .carried-message = Bar beskjed
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
    .settler = Bosetter
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
