//! The links to the sections: a bar below on a phone, a bar beside on a laptop.

use leptos::prelude::*;

use crate::app::keys::SEARCH;
use crate::app::router::{self, Route, Section};
use crate::app::session::app;
use crate::app::sync::chip::SyncChip;
use crate::app::sync::conflict_count::badge;
use crate::kit::avatar::avatar;
use crate::kit::erased::{dynamic, press, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;

/// The bar beside.
#[component]
pub fn SideBar(
    /// Whether the menu of new records is shown.
    plus: RwSignal<bool>,
) -> impl IntoView {
    let links = router::pages().filter_map(section);
    view! {
        <header class="sidebar">
            <div class="brand">
                <span class="logo">{icon(Icon::HomeFill)}</span>
                "Bomiljø"
            </div>
            <button type="button" class="ds-button" on:click=press(move || plus.set(true))>
                {icon(Icon::Plus)}
                {t("nav-new")}
                <Key key="N" />
            </button>
            <nav aria-label=t("nav-sections")>
                {links.collect::<Vec<_>>()}
                {more()}
                {search()}
            </nav>
            <Foot />
        </header>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let app = app();
    let me = move || app.me();
    view! {
        <div class="foot">
            <SyncChip />
            <p class="me">{dynamic(move || avatar(&me()))} <span>{words(me)} " · " {dynamic(move || app.site_name())}</span></p>
        </div>
    }
}

/// The bar below, with the plus in the middle.
#[component]
pub fn BottomBar(
    /// Whether the menu of new records is shown.
    plus: RwSignal<bool>,
) -> impl IntoView {
    let mut before = router::pages().filter_map(section).collect::<Vec<_>>();
    let after = before.split_off(before.len() / 2);
    view! {
        <nav class="bottombar" aria-label=t("nav-sections-phone")>
            {before}
            <button type="button" class="plus" aria-label=t("nav-new") on:click=press(move || plus.set(true))>
                {icon(Icon::Plus)}
            </button>
            {after}
        </nav>
    }
}

#[component]
fn Key(key: &'static str) -> impl IntoView {
    let app = app();
    move || app.keys.get().then(|| view! { <kbd aria-hidden="true">{key}</kbd> })
}

fn section(page: &'static Route) -> Option<AnyView> {
    let Section { words, sign, sign_within } = page.section?;
    let here = current(page.path);
    let sign = move || icon(if here().is_some() { sign_within } else { sign });
    let link = view! {
        <a href=page.path aria-current=Signal::derive(here)>
            {dynamic(sign)}
            <span>{t(words)}</span>
        </a>
    };
    Some(link.into_any())
}

/// The link to the search over everything.
fn search() -> Option<AnyView> {
    let page = router::named("search")?;
    let link = view! {
        <a href=page.path aria-current=Signal::derive(current(page.path))>
            {icon(Icon::Search)}
            <span>{t("nav-search")}</span>
            <Key key=SEARCH />
        </a>
    };
    Some(link.into_any())
}

/// The link to *Mer*, with the number of records that wait for a choice.
fn more() -> AnyView {
    let path = router::path("more");
    view! {
        <a href=path aria-current=Signal::derive(current(path))>
            {icon(Icon::More)}
            <span>{t("nav-more")}</span>
            {badge()}
        </a>
    }
    .into_any()
}

fn current(section: &'static str) -> impl Fn() -> Option<&'static str> + Copy + Send + 'static {
    let path = app().path;
    move || {
        let path = path.get();
        let within =
            if section == router::first() { path == section } else { path.starts_with(section) };
        within.then_some("page")
    }
}
