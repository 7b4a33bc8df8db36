//! What is behind the plus: everything one can note down.

use leptos::prelude::*;

use crate::components::dialog::{Dialog, when_opened};
use crate::components::icon::icon;
use crate::components::record_rows::sign_of;
use crate::lean::press;
use crate::link;
use crate::text::t;

/// What can be noted down, what happens most first.
const KINDS: [&str; 6] = ["visit", "appointment", "incident", "referral", "follow-up", "activity"];

/// The dialog behind the plus.
#[component]
pub fn PlusMenu(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title=t("nav-plus")>{when_opened(open, move || menu(open))}</Dialog>
    }
}

fn menu(open: RwSignal<bool>) -> AnyView {
    let entry = move |kind: &'static str| {
        view! {
            <li class="row">
                <a class="fill" href=link::new(kind) on:click=press(move || open.set(false))>
                    <span class=format!("kind kind-{kind}")>{icon(sign_of(kind))}</span>
                    <span class="body"><b>{t(kind)}</b></span>
                </a>
            </li>
        }
    };
    view! { <ul class="rows plus-menu">{KINDS.map(entry).collect_view()}</ul> }.into_any()
}
