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
    .in_app = Bruker Bomiljø sjølv

resident = Bebuar
    .name = Namn
    .display_name = Det vi kallar dei
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
    .carried-message = Bar beskjed
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
    .settler = Busetjar
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
