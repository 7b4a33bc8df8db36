//! A partner with all ways to reach them.

use domain::entry::Entry;
use domain::kinds::PartnerKind;
use domain::{Partner, Record};
use leptos::prelude::*;

use crate::app::link;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, tv};
use crate::record::reach::facts;
use crate::record::values::{filled, text};

/// The card.
pub fn partner_card(entry: &Entry) -> AnyView {
    view! {
        <article class="card partner">
            <header>
                <div>
                    <h2><a href=link::to(Partner::KIND, entry.id)>{text(entry, Partner::NAME).to_owned()}</a></h2>
                    <p class="quiet">{sort(entry)}</p>
                </div>
                {edit(entry)}
            </header>
            {facts(entry)}
        </article>
    }
    .into_any()
}

/// The sort of a partner.
pub fn sort(partner: &Entry) -> Option<String> {
    filled(partner, Partner::SORT).map(|it| label(PartnerKind::CHOICES.name, it))
}

/// The link to a partner's form.
pub fn edit(partner: &Entry) -> AnyView {
    let name = tv("partner-edit", &[("name", text(partner, Partner::NAME))]);
    let form = link::form(Partner::KIND, partner.id);
    view! { <a class="round" href=form aria-label=name>{icon(Icon::Edit)}</a> }.into_any()
}
