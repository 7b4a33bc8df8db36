//! *Partnere*: whom to call, and what they answer for.

use domain::Id;
use domain::calls::{Get, List};
use domain::views::Page;
use leptos::prelude::*;

use super::today;
use crate::components::head::Head;
use crate::components::icon::{Icon, icon};
use crate::components::partner_card::partner_card;
use crate::components::states::{action, empty, shown};
use crate::link;
use crate::state::live;
use crate::text::t;

/// The directory.
#[component]
pub fn PartnersPage() -> impl IntoView {
    let partners = live(|| List { kind: "partner".to_owned(), limit: 500, skip: 0 });
    view! {
        <Head title=t("nav-partners") line=t("partners-line") />
        {shown(partners, |it| cards(&it))}
    }
}

fn cards(page: &Page) -> AnyView {
    let new = link::new("partner");
    if page.entries.is_empty() {
        return empty(
            Icon::Partners,
            t("partners-empty"),
            t("partners-empty-what"),
            action(new, Icon::Plus, t("partners-new")),
        );
    }
    view! {
        <div class="tools">
            <a class="ds-button" data-variant="secondary" href=new>
                {icon(Icon::Plus)}
                {t("partners-new")}
            </a>
        </div>
        <div class="cards">{page.entries.iter().map(partner_card).collect_view()}</div>
    }
    .into_any()
}

/// One partner.
pub fn partner_page(id: Id) -> AnyView {
    let partner = live(move || Get { id });
    view! {
        <Head title=t("partner") back=true />
        {shown(partner, |it| it.entries.first().map_or_else(today::lost, partner_card))}
    }
    .into_any()
}
