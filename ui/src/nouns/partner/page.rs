//! *Partnere*: whom to call, and the topics they answer for.

use domain::calls::{self, About, List};
use domain::entry::Entry;
use domain::views::Page;
use domain::{Id, Kind, Partner, Record};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::link;
use crate::app::not_found::not_found;
use crate::app::query::{also, live, shown};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::{action, empty, more_of, rest_of};
use crate::kit::text::t;
use crate::nouns::partner::card::{edit, partner_card, sort};
use crate::record::called::called;
use crate::record::conflicts;
use crate::record::deleted::deleted;
use crate::record::draft_note::draft_note;
use crate::record::reach::facts;
use crate::record::row::row;
use crate::record::values::{filled, text, texts};

/// Records that point to a partner: requested at first, and added at a time.
const STEP: u32 = 100;

/// The directory.
#[component]
pub fn PartnersPage() -> impl IntoView {
    let partners = live(|| List { kind: Partner::KIND.to_owned(), limit: 500, skip: 0 });
    view! {
        <Head title=t("nav-partners") line=t("partners-line") />
        {shown(partners, |it| cards(&it))}
    }
}

fn cards(page: &Page) -> AnyView {
    let new = link::new(Partner::KIND);
    if page.entries.is_empty() {
        return empty(
            Icon::Partners,
            t("partners-empty"),
            t("partners-empty-what"),
            action(new, Icon::Plus, t("partners-new")),
        );
    }
    let mut partners: Vec<_> = page.entries.iter().collect();
    format::by_name(&mut partners, |it| called(it));
    view! {
        <div class="tools">
            <a class="ds-button" data-variant="secondary" href=new>
                {icon(Icon::Plus)}
                {t("partners-new")}
            </a>
        </div>
        <div class="cards">{partners.into_iter().map(partner_card).collect_view()}</div>
        {rest_of(page)}
    }
    .into_any()
}

/// One partner.
pub fn partner_page(id: Id) -> AnyView {
    let partner = live(move || calls::Get { id });
    let limit = RwSignal::new(STEP);
    let records = live(move || About { id, limit: limit.get(), skip: 0 });
    view! {
        {shown(partner, |it| it.entries.first().map_or_else(not_found, head))}
        {conflicts::on_page(id, partner)}
        {draft_note(id, |_| ())}
        {also(partner, |it| it.entries.first().map_or_else(|| ().into_any(), one))}
        {also(records, move |it| with_them(&it, limit))}
    }
    .into_any()
}

/// The records with a partner: referrals, appointments, incidents in which they were called.
fn with_them(page: &Page, limit: RwSignal<u32>) -> AnyView {
    let with = |it: &&Entry| domain::kind(&it.kind).is_some_and(Kind::is_noted);
    let rows: Vec<_> = page.entries.iter().filter(with).map(|it| row(it, &page.names)).collect();
    let more = more_of(page, limit, STEP);
    if rows.is_empty() && more.is_none() {
        return ().into_any();
    }
    view! {
        <section>
            <h2>{t("partner-records")}</h2>
            <ul class="card rows">{rows}</ul>
            {more}
        </section>
    }
    .into_any()
}

fn head(partner: &Entry) -> AnyView {
    let name = text(partner, Partner::NAME).to_owned();
    view! { <Head title=name line=sort(partner).unwrap_or_default() back=true aside=edit(partner) /> }
        .into_any()
}

fn one(partner: &Entry) -> AnyView {
    let known = [Partner::HOURS, Partner::TOPICS, Partner::PHONE, Partner::EMAIL];
    let known =
        known.iter().any(|it| filled(partner, it).is_some() || texts(partner, it).next().is_some());
    let card = known.then(|| view! { <article class="card partner">{facts(partner)}</article> });
    view! { {deleted(partner)} {card} }.into_any()
}
