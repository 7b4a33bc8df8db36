//! The top of a page: its one heading, which takes focus when the user arrives.

use leptos::html::H1;
use leptos::prelude::*;

use crate::app::session::app;
use crate::app::sync::chip::SyncChip;
use crate::app::sync::conflict_count::badge;
use crate::app::sync::fetching::fetching;
use crate::app::{navigation, router};
use crate::kit::avatar::avatar;
use crate::kit::erased::{dynamic, effect, press};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;

/// The heading of a page and the line under it.
#[component]
pub fn Head(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The line under it.
    #[prop(into, optional)]
    line: Signal<String>,
    /// Whether there is a back button.
    #[prop(optional)]
    back: bool,
    /// Whether a link to the search is beside the heading, where no bar has one.
    #[prop(optional)]
    find: bool,
    /// The part beside the heading, in place of the sync chip, which then goes under it.
    #[prop(optional)]
    aside: Option<AnyView>,
) -> impl IntoView {
    let way_back = back.then(|| round(Icon::Back, "back"));
    let chip = aside.is_some().then(|| {
        view! { <div class="phone-only under"><SyncChip /></div> }
    });
    let aside = aside.unwrap_or_else(|| phone_corner(!back));
    view! {
        <header class="head">
            {way_back}
            <div class="titles">
                <Title title />
                <p class="line">{line}</p>
            </div>
            {find.then(search)}
            {aside}
            {chip}
        </header>
        {fetching()}
    }
}

fn search() -> AnyView {
    let name = t("nav-search");
    view! { <a class="phone-only find-link" href=router::path("search") aria-label=name>{icon(Icon::Search)}</a> }
        .into_any()
}

/// The corner on a phone: sync, and on the main pages the link to *Mer*.
fn phone_corner(main: bool) -> AnyView {
    let app = app();
    let me = main.then(|| {
        view! {
            <a class="me-link" href=router::path("more")>
                <span class="sr-only">{t("nav-more")}</span>
                {dynamic(move || avatar(&app.me()))}
                {badge()}
            </a>
        }
    });
    view! { <div class="phone-only corner"><SyncChip /> {me}</div> }.into_any()
}

/// The heading alone.
#[component]
pub fn Title(
    /// Its text.
    title: Signal<String>,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    let arriving = app().arriving;
    effect(move || {
        let Some(heading) = heading.get() else { return };
        // Once: a heading that is drawn again later must not take focus from the user's place.
        if arriving.try_update_value(std::mem::take) == Some(true) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
    });
    effect(move || document().set_title(&format!("{} – Bomiljø", title.get())));
    view! { <h1 tabindex="-1" node_ref=heading>{title}</h1> }
}

/// The bar above a record's page: the back button, and on a phone the sync chip.
pub fn record_bar() -> AnyView {
    view! {
        <div class="head-bar">
            {round(Icon::Back, "back")}
            <div class="phone-only">
                <SyncChip />
            </div>
        </div>
    }
    .into_any()
}

/// The round back button; a cross where the user leaves a form.
pub fn round(sign: Icon, words: &str) -> AnyView {
    let back = navigation::back();
    view! {
        <button type="button" class="round" aria-label=t(words) on:click=press(back)>
            {icon(sign)}
        </button>
    }
    .into_any()
}
