//! What is left when a handover is over: the archive for a depot, the whole for a team that begins anew, and
//! a copy of the site.

use domain::Id;
use domain::paper::Carried;
use leptos::prelude::*;

use crate::app::api;
use crate::app::carry::carry_button;
use crate::kit::disclosure::disclosure;
use crate::kit::erased::{typed, words};
use crate::kit::icon::Icon;
use crate::kit::text::t;

/// The section with the buttons. A browser has none.
pub fn carried_away(handover: Id) -> AnyView {
    let open = RwSignal::new(false);
    let title = words(|| t("carry-section"));
    let inside = move || {
        view! {
            {whole(handover)}
            {archive()}
            {site()}
        }
        .into_any()
    };
    if api::in_window() {
        disclosure("carried", open, Icon::File, title, inside)
    } else {
        ().into_any()
    }
}

fn whole(handover: Id) -> AnyView {
    let button = carry_button(t("carry-whole"), "carry-whole-file", t("carry-tell"), move || {
        Carried::Whole { handover }
    });
    part(t("carry-whole-what"), button)
}

fn archive() -> AnyView {
    let (creator, depot) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let button =
        carry_button(t("carry-archive"), "carry-archive-file", t("carry-tell"), move || {
            Carried::Archive { creator: creator.get_untracked(), depot: depot.get_untracked() }
        });
    let inside = view! {
        {field("creator", t("carry-creator"), creator)}
        {field("depot", t("carry-depot"), depot)}
        {button}
    };
    part(t("carry-archive-what"), inside.into_any())
}

fn site() -> AnyView {
    let button =
        carry_button(t("carry-site"), "carry-site-file", t("carry-keep"), || Carried::Site {});
    part(t("carry-site-what"), button)
}

fn part(what: String, inside: AnyView) -> AnyView {
    view! {
        <div class="card padded stack">
            <p>{what}</p>
            {inside}
        </div>
    }
    .into_any()
}

fn field(id: &'static str, label: String, value: RwSignal<String>) -> AnyView {
    view! {
        <div class="ds-field">
            <label class="ds-label" for=id>{label}</label>
            <input class="ds-input" id=id type="text" autocomplete="off" on:input=typed(move |it| value.set(it)) />
        </div>
    }
    .into_any()
}
