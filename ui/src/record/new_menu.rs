//! The menu behind the plus, with the kinds of record that can be made.

use domain::{KINDS, Kind};
use leptos::prelude::*;

use crate::app::link;
use crate::app::session::app;
use crate::kit::dialog::{Dialog, when_opened};
use crate::kit::erased::{effect, press};
use crate::kit::icon::icon;
use crate::kit::text::t;
use crate::record::problems;
use crate::record::row::sign_of;

/// The id of the first entry.
const FIRST: &str = "plus-first";

/// The dialog behind the plus.
#[component]
pub fn NewMenu(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title=t("nav-plus")>{when_opened(open, move || menu(open))}</Dialog>
    }
}

fn menu(open: RwSignal<bool>) -> AnyView {
    // A note about something else would cover the form.
    let toast = app().toast;
    let chosen = move || {
        toast.set(None);
        open.set(false);
    };
    // Focus on the first entry, rather than on the close button.
    effect(move || {
        if open.get() {
            request_animation_frame(|| problems::focus(FIRST));
        }
    });
    let entry = move |(place, kind): (usize, &Kind)| {
        let kind = kind.name;
        view! {
            <li class="row">
                <a class="fill" id=(place == 0).then_some(FIRST) href=link::new(kind) on:click=press(chosen)>
                    <span class=format!("kind kind-{kind}")>{icon(sign_of(kind))}</span>
                    <span class="body"><b>{t(kind)}</b></span>
                </a>
            </li>
        }
    };
    let noted = KINDS.iter().filter(|it| it.is_noted());
    view! { <ul class="rows plus-menu">{noted.enumerate().map(entry).collect_view()}</ul> }
        .into_any()
}
