//! How to reach a partner: hours, topics, remarks, and buttons that call and write.

use domain::Partner;
use domain::choice::Topic;
use domain::entry::Entry;
use leptos::prelude::*;

use crate::kit::icon::{Icon, icon};
use crate::kit::phone::tel;
use crate::kit::text::{label, t, tv};
use crate::record::values::{filled, text, texts};

/// A partner's hours, topics and remarks, and the buttons.
pub fn facts(record: &Entry) -> AnyView {
    let topics = texts(record, Partner::TOPICS).map(|it| label(Topic::CHOICES.name, it));
    let topics = topics.collect::<Vec<_>>().join(", ");
    let topics = (!topics.is_empty()).then(|| view! { <p class="quiet">{topics}</p> });
    let remarks = filled(record, Partner::REMARKS).map(str::to_owned);
    let remarks = remarks.map(|it| view! { <p class="remarks">{it}</p> });
    view! { {hours(record)} {topics} {remarks} {reach(record)} }.into_any()
}

fn hours(record: &Entry) -> Option<AnyView> {
    let hours = filled(record, Partner::HOURS)?.to_owned();
    Some(view! { <p class="hours">{icon(Icon::Clock)} {hours}</p> }.into_any())
}

/// The buttons that call and write.
pub fn reach(record: &Entry) -> AnyView {
    let name = [("name", text(record, Partner::NAME))];
    let call = filled(record, Partner::PHONE).map(|number| {
        let name = tv("call-name", &name);
        view! {
            <a class="ds-button" data-variant="secondary" href=tel(number) aria-label=format!("{name} {number}")>
                {icon(Icon::Phone)}
                {number.to_owned()}
            </a>
        }
    });
    let write = filled(record, Partner::EMAIL).map(|address| {
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
