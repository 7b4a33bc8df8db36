//! A partner with everything one needs for reaching them.

use domain::entry::Entry;
use leptos::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::link;
use crate::text::{label, t, tv};
use crate::values::{filled, text, texts};

/// The card.
pub fn partner_card(entry: &Entry) -> AnyView {
    let name = text(entry, "name").to_owned();
    let sort = filled(entry, "kind").map(|it| label("partner-kind", it));
    let topics = texts(entry, "topics").map(|it| label("topic", it)).collect::<Vec<_>>().join(", ");
    let topics = (!topics.is_empty()).then(|| view! { <p class="quiet">{topics}</p> });
    let edit = tv("partner-edit", &[("name", &name)]);
    view! {
        <article class="card partner">
            <header>
                <div>
                    <h2><a href=link::to("partner", entry.id)>{name}</a></h2>
                    <p class="quiet">{sort}</p>
                </div>
                <a class="round" href=link::form("partner", entry.id) aria-label=edit>{icon(Icon::Edit)}</a>
            </header>
            {hours(entry)}
            {topics}
            {reach(entry)}
        </article>
    }
    .into_any()
}

fn hours(partner: &Entry) -> Option<AnyView> {
    let hours = filled(partner, "hours")?.to_owned();
    Some(view! { <p class="hours">{icon(Icon::Clock)} {hours}</p> }.into_any())
}

/// The buttons that call and write.
pub fn reach(partner: &Entry) -> AnyView {
    let name = [("name", text(partner, "name"))];
    let call = filled(partner, "phone").map(|number| {
        let name = tv("call-name", &name);
        view! {
            <a class="ds-button" data-variant="secondary" href=tel(number) aria-label=format!("{name} {number}")>
                {icon(Icon::Phone)}
                {number.to_owned()}
            </a>
        }
    });
    let write = filled(partner, "email").map(|address| {
        let name = tv("mail-name", &name);
        let address = format!("mailto:{address}");
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
