//! *Mer*: the user, site and language, a colleague's code, sync, and what is stored where.

use domain::calls::SetZone;
use domain::{Id, Member, Record, SiteSettings};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::invitation::code_for;
use crate::app::link;
use crate::app::locale::LocaleSwitch;
use crate::app::router::{self, Entry, Route, Rows};
use crate::app::session::{App, app};
use crate::app::sync::conflict_count::badge;
use crate::app::sync::details::sync_details;
use crate::app::{api, reminders};
use crate::kit::avatar::avatar;
use crate::kit::browser::store;
use crate::kit::clock;
use crate::kit::erased::{dynamic, press, task, ticked, typed, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tv};

/// Its page, which links to all others.
pub const PAGES: Rows = &[Route::at("more", "/mer").key("m", "keys-more")];

/// The page of all records that wait for a choice; its link shows their number.
const VERSIONS: &str = "versions";

/// The page.
#[component]
pub fn MorePage() -> impl IntoView {
    view! {
        <Head title=t("nav-more") />
        <div class="cards">
            <Me />
            <Places />
            <section class="card padded stack">
                <h2>{t("invite-title")}</h2>
                <p>{t("invite-what")}</p>
                {code_for(None)}
            </section>
            <section class="card padded">
                <h2>{t("sync-title")}</h2>
                {sync_details()}
            </section>
            <section class="card padded">
                <LocaleSwitch />
                {site_zone()}
                <Keys />
            </section>
            <Reminders />
            <About />
        </div>
    }
}

#[component]
fn Me() -> impl IntoView {
    let app = app();
    let me = Memo::new(move |_| {
        app.status.with(|it| it.as_ref().map(|it| it.me.clone()).unwrap_or_default())
    });
    view! {
        <section class="card padded who">
            {dynamic(move || avatar(&me.get()))}
            <div>
                <h2>{me}</h2>
                <p class="quiet">{dynamic(move || app.site_name())}</p>
                {dynamic(move || namesake(app))}
                {dynamic(move || app.member().map(own_page))}
            </div>
        </section>
    }
}

/// What colleagues call this device's owner, where another has the same name.
fn namesake(app: App) -> Option<AnyView> {
    let own = app.member()?;
    let called = app.team().into_iter().find(|it| it.id == own)?.name;
    let told = || view! { <p>{tv("more-namesake", &[("name", &called)])}</p> }.into_any();
    (called != app.me()).then(told)
}

/// The link to the page of this device's owner.
fn own_page(member: Id) -> AnyView {
    view! { <a href=link::to(Member::KIND, member)>{t("more-my-page")}</a> }.into_any()
}

#[component]
fn Places() -> impl IntoView {
    let link = |page: &'static Route| {
        let Entry { sign, words } = page.entry?;
        let badge = (page.name == VERSIONS).then(badge);
        let row = view! {
            <li class="row">
                <a class="fill" href=page.path>
                    <span class="kind">{icon(sign)}</span>
                    <span class="body"><b>{t(words)}</b></span>
                    {badge}
                    {icon(Icon::Forward)}
                </a>
            </li>
        };
        Some(row.into_any())
    };
    view! { <ul class="card rows">{router::pages().filter_map(link).collect::<Vec<_>>()}</ul> }
}

/// The site's time zone, for all who work there.
fn site_zone() -> AnyView {
    let app = app();
    let put = typed(move |zone| {
        task(async move {
            match api::call(SetZone { zone }).await {
                Ok(saved) => app.saved(SiteSettings::KIND, saved.group, None),
                Err(fault) => app.fail(&fault),
            }
        });
    });
    let now = clock::with_zone(|it| it.name.clone());
    let one = |zone: String| {
        let chosen = zone == now;
        view! { <option value=zone.clone() selected=chosen>{zone.replace('_', " ")}</option> }
    };
    view! {
        <div class="ds-field">
            <label class="ds-label" for="zone">{label(SiteSettings::KIND, SiteSettings::ZONE)}</label>
            <select autocomplete="off" class="ds-input" id="zone" aria-describedby="zone-what" on:change=put>
                {clock::zones().into_iter().map(one).collect_view()}
            </select>
            <p class="quiet" id="zone-what">{t("more-zone-what")}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Keys() -> impl IntoView {
    let app = app();
    let put = ticked(move |on| {
        app.keys.set(on);
        store("keys", if on { "on" } else { "off" });
    });
    view! {
        <div class="ds-field flag">
            <input class="ds-input" id="keys" type="checkbox" role="switch" prop:checked=app.keys on:change=put />
            <label class="ds-label" for="keys">{t("more-keys")}</label>
        </div>
    }
}

/// The sorts of reminders, each with a switch.
#[component]
fn Reminders() -> impl IntoView {
    let allowed = RwSignal::new(reminders::allowed());
    let allow = move || task(async move { allowed.set(reminders::allow().await) });
    let switch = |sort: &'static str| {
        view! {
            <div class="ds-field flag">
                <input

                    class="ds-input"
                    id=sort
                    type="checkbox"
                    role="switch"
                    prop:checked=reminders::wanted(sort)
                    on:change=ticked(move |on| reminders::want(sort, on))
                />
                <label class="ds-label" for=sort>{t(sort)}</label>
            </div>
        }
    };
    let body = move || {
        if allowed.get() {
            return reminders::SORTS.map(switch).collect_view().into_any();
        }
        view! {
            <button type="button" class="ds-button" data-variant="secondary" on:click=press(allow)>
                {icon(Icon::Bell)}
                {t("more-remind-allow")}
            </button>
        }
        .into_any()
    };
    reminders::available().then(|| {
        view! {
            <section class="card padded stack">
                <h2>{t("more-remind")}</h2>
                <p class="quiet">{t("more-remind-what")}</p>
                {dynamic(body)}
            </section>
        }
    })
}

/// What is stored where, in plain words.
#[component]
fn About() -> impl IntoView {
    let app = app();
    let key = move || app.status.with(|it| it.as_ref().is_some_and(|it| it.key_in_file));
    let place = move || match (api::in_window(), key()) {
        (true, true) => t("about-key-file"),
        (true, false) => t("about-key-system"),
        (false, _) => t("about-key-browser"),
    };
    let fleeting = move || {
        (!app.persistent.get()).then(|| {
            view! { <div class="callout" data-color="warm">{icon(Icon::Warning)} <p>{t("about-not-persistent")}</p></div> }
        })
    };
    view! {
        <section class="card padded stack">
            <h2>{t("about-title")}</h2>
            {dynamic(fleeting)}
            <p>{t("about-where")}</p>
            <p>{words(place)}</p>
            <p>{if api::in_window() { t("about-server") } else { t("about-server-browser") }}</p>
            <p>{t("about-never")}</p>
            <p class="quiet">{concat!("Bomiljø ", env!("CARGO_PKG_VERSION"))}</p>
        </section>
    }
}
