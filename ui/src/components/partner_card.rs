//! A partner with everything one needs for reaching them.

use domain::Partner;
use domain::entry::Entry;
use leptos::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::components::visit_rows::{text, texts};
use crate::link;
use crate::text::{label, t, tv};

/// The card.
pub fn partner_card(entry: &Entry) -> AnyView {
    let partner: Partner = entry.read();
    let kind = text(entry, "kind");
    let sort = (!kind.is_empty()).then(|| label("partner-kind", kind));
    let topics = texts(entry, "topics").map(|it| label("topic", it)).collect::<Vec<_>>().join(", ");
    let topics = (!topics.is_empty()).then(|| view! { <p class="quiet">{topics}</p> });
    let edit = tv("partner-edit", [("name", partner.name.clone().into())]);
    view! {
        <article class="card partner">
            <header>
                <div>
                    <h2><a href=link::to("partner", entry.id)>{partner.name.clone()}</a></h2>
                    <p class="quiet">{sort}</p>
                </div>
                <a class="round" href=link::form("partner", entry.id) aria-label=edit>{icon(Icon::Edit)}</a>
            </header>
            {hours(&partner)}
            {topics}
            {reach(&partner)}
        </article>
    }
    .into_any()
}

fn hours(partner: &Partner) -> Option<AnyView> {
    let hours = partner.hours.clone();
    (!hours.is_empty())
        .then(|| view! { <p class="hours">{icon(Icon::Clock)} {hours}</p> }.into_any())
}

/// The buttons that call and write.
pub fn reach(partner: &Partner) -> AnyView {
    let call = (!partner.phone.is_empty()).then(|| {
        let name = tv("call-name", [("name", partner.name.clone().into())]);
        let number = partner.phone.clone();
        view! {
            <a class="ds-button" data-variant="secondary" href=tel(&number) aria-label=format!("{name} {number}")>
                {icon(Icon::Phone)}
                {number.clone()}
            </a>
        }
    });
    let write = (!partner.email.is_empty()).then(|| {
        let name = tv("mail-name", [("name", partner.name.clone().into())]);
        let address = format!("mailto:{}", partner.email);
        view! {
            <a class="ds-button" data-variant="secondary" href=address aria-label=name>
                {icon(Icon::Mail)}
                {t("mail")}
            </a>
        }
    });
    view! { <div class="reach">{call} {write}</div> }.into_any()
}

/// The address that dials a number.
pub fn tel(number: &str) -> String {
    let dialled = number.chars().filter(|it| it.is_ascii_digit() || *it == '+');
    format!("tel:{}", dialled.collect::<String>())
}
