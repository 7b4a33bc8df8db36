//! A partner with everything one needs for reaching them.

use domain::entry::Entry;
use leptos::prelude::*;

use crate::app::link;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tv};
use crate::record::values::{filled, text, texts};

/// The card.
pub fn partner_card(entry: &Entry) -> AnyView {
    view! {
        <article class="card partner">
            <header>
                <div>
                    <h2><a href=link::to("partner", entry.id)>{text(entry, "name").to_owned()}</a></h2>
                    <p class="quiet">{sort(entry)}</p>
                </div>
                {edit(entry)}
            </header>
            {facts(entry)}
        </article>
    }
    .into_any()
}

/// What sort of partner it is.
pub fn sort(partner: &Entry) -> Option<String> {
    filled(partner, "kind").map(|it| label("partner-kind", it))
}

/// The way to its form.
pub fn edit(partner: &Entry) -> AnyView {
    let name = tv("partner-edit", &[("name", text(partner, "name"))]);
    let form = link::form("partner", partner.id);
    view! { <a class="round" href=form aria-label=name>{icon(Icon::Edit)}</a> }.into_any()
}

/// When and about what one reaches them, and how.
pub fn facts(partner: &Entry) -> AnyView {
    let topics = texts(partner, "topics").map(|it| label("topic", it));
    let topics = topics.collect::<Vec<_>>().join(", ");
    let topics = (!topics.is_empty()).then(|| view! { <p class="quiet">{topics}</p> });
    let remarks = filled(partner, "remarks").map(str::to_owned);
    let remarks = remarks.map(|it| view! { <p class="remarks">{it}</p> });
    view! { {hours(partner)} {topics} {remarks} {reach(partner)} }.into_any()
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
