//! The frame around every page: a bar below on a phone, a bar beside on a laptop.

use leptos::prelude::*;

use crate::components::avatar::avatar;
use crate::components::help::KeyHelp;
use crate::components::icon::{Icon, icon};
use crate::components::plus::PlusMenu;
use crate::components::sync_chip::SyncChip;
use crate::components::toast::Toasts;
use crate::lean::{dynamic, press, words};
use crate::state::app;
use crate::text::t;
use crate::{keys, reminders};

/// A section: its path, its words, its icon, and the icon when one is in it.
type Section = (&'static str, &'static str, Icon, Icon);

/// The sections that exist, in the order of the bars. On a phone the plus stands in the middle.
const SECTIONS: [Section; 4] = [
    ("/", "nav-today", Icon::Home, Icon::HomeFill),
    ("/beboere", "nav-residents", Icon::People, Icon::PeopleFill),
    ("/aktiviteter", "nav-activities", Icon::Calendar, Icon::CalendarFill),
    ("/saker", "nav-cases", Icon::Cases, Icon::CasesFill),
];

/// The frame.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> impl IntoView {
    let (help, plus) = (RwSignal::new(false), RwSignal::new(false));
    reminders::keep_watch(app());
    keys::listen(move || help.set(true), move || plus.set(true));
    view! {
        <a class="ds-skip-link" href="#main">{t("nav-skip")}</a>
        <div class="frame">
            <SideBar plus />
            <main id="main" tabindex="-1">{children()}</main>
            <BottomBar plus />
        </div>
        <Toasts />
        <KeyHelp open=help />
        <PlusMenu open=plus />
    }
}

#[component]
fn SideBar(plus: RwSignal<bool>) -> impl IntoView {
    let links = SECTIONS.map(section);
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
                {links.collect_view()}
                {section(("/mer", "nav-more", Icon::More, Icon::More))}
                <a href="/sok" aria-current=Signal::derive(current("/sok"))>
                    {icon(Icon::Search)}
                    <span>{t("nav-search")}</span>
                    <Key key="/" />
                </a>
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

#[component]
fn BottomBar(plus: RwSignal<bool>) -> impl IntoView {
    let [today, residents, activities, cases] = SECTIONS.map(section);
    view! {
        <nav class="bottombar" aria-label=t("nav-sections-phone")>
            {today}
            {residents}
            <button type="button" class="plus" aria-label=t("nav-new") on:click=press(move || plus.set(true))>
                {icon(Icon::Plus)}
            </button>
            {activities}
            {cases}
        </nav>
    }
}

#[component]
fn Key(key: &'static str) -> impl IntoView {
    let app = app();
    move || app.keys.get().then(|| view! { <kbd aria-hidden="true">{key}</kbd> })
}

fn section((path, name, sign, sign_within): Section) -> AnyView {
    let here = current(path);
    let sign = move || icon(if here().is_some() { sign_within } else { sign });
    view! {
        <a href=path aria-current=Signal::derive(here)>
            {dynamic(sign)}
            <span>{t(name)}</span>
        </a>
    }
    .into_any()
}

fn current(section: &'static str) -> impl Fn() -> Option<&'static str> + Copy + Send + 'static {
    let path = app().path;
    move || {
        let path = path.get();
        let within = if section == "/" { path == "/" } else { path.starts_with(section) };
        within.then_some("page")
    }
}
