//! The top of a resident's page: name, actions, contacts.

use domain::calls::Get;
use domain::entry::Entry;
use domain::kinds::ContactRole;
use domain::kinds::Interpreter;
use domain::{Id, KINDS, Partner, Record, Resident};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::head::Title;
use crate::app::link;
use crate::app::query::live;
use crate::kit::avatar::avatar;
use crate::kit::disclosure::disclosure;
use crate::kit::erased::{dynamic, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::phone::tel;
use crate::kit::text::{label, t, tn, tv};
use crate::record::called::called as called_in_full;
use crate::record::form::Names;
use crate::record::row::sign_of;
use crate::record::values::{called, choice, filled, list, text, texts};

/// Name, door, length of stay, languages.
pub fn who(entry: &Entry, names: &Names) -> AnyView {
    let (nickname, full) = (called(entry, names), called_in_full(entry));
    let called = Some(text(entry, Resident::DISPLAY_NAME)).filter(|it| !it.is_empty());
    let called = called.unwrap_or(text(entry, Resident::NAME));
    // Shown only if the full name doesn't contain it.
    let first = |name: &str| name.split(' ').next().map(str::to_owned);
    let said = (first(text(entry, Resident::NAME)) != first(called)).then(|| format!("«{called}»"));
    let door = filled(entry, Resident::UNIT).and_then(|it| names.get(&it.parse().ok()?).cloned());
    let line: Vec<_> = [said, door, stay(entry)].into_iter().flatten().collect();
    let spoken = texts(entry, Resident::LANGUAGES).map(format::language);
    let tags =
        spoken.map(|it| view! { <span class="ds-tag" data-color="neutral">{it}</span> }.into_any());
    view! {
        <div class="who">
            {avatar(&nickname)}
            <div>
                <Title title=full.into() />
                <p class="line">{line.join(" · ")}</p>
                <div class="tags">{tags.collect_view()} {interpreter(entry)}</div>
            </div>
        </div>
    }
    .into_any()
}

/// How long the resident has lived here, or when they left.
fn stay(resident: &Entry) -> Option<String> {
    if let Some(out) = filled(resident, Resident::MOVED_OUT) {
        return Some(tv("resident-left", &[("when", &format::date(out))]));
    }
    filled(resident, Resident::MOVED_IN)
        .map(|day| tn("resident-days", format::days_since_date(day)))
}

fn interpreter(entry: &Entry) -> Option<AnyView> {
    let words = match choice(entry, Resident::INTERPRETER)? {
        Interpreter::Sometimes => t("resident-interpreter-sometimes"),
        Interpreter::Always => t("resident-interpreter-always"),
        Interpreter::None => return None,
    };
    Some(view! { <span class="ds-tag" data-color="warm">{words}</span> }.into_any())
}

/// Links: new records about the resident, a call, and the form.
pub fn quick(entry: &Entry, names: &Names) -> AnyView {
    let call = filled(entry, Resident::PHONE).map(|phone| {
        let name = tv("call-name", &[("name", &called(entry, names))]);
        view! { <a href=tel(phone) aria-label=name>{icon(Icon::Phone)} <span>{t("call")}</span></a> }
    });
    let about = KINDS.iter().filter(|it| it.people().is_some()).enumerate().map(|(place, kind)| {
        let href = format!("{}?{}={}", link::new(kind.name), link::RESIDENT, entry.id);
        view! {
            <a class:first=move || place == 0 href=href>
                {icon(sign_of(kind.name))}
                <span>{t(kind.name)}</span>
            </a>
        }
    });
    view! {
        <div class="quick">
            {about.collect_view()}
            {call}
            <a href=link::form(Resident::KIND, entry.id)>{icon(Icon::Edit)} <span>{t("edit")}</span></a>
        </div>
    }
    .into_any()
}

/// Contacts that are shown at once. More would push the story off a phone's screen.
const FEW: usize = 2;

/// The resident's contacts, each one tap from calling.
pub fn contacts(entry: &Entry, names: &Names) -> Option<AnyView> {
    let known = |it: &Value| {
        let who = it["who"].as_str()?.parse().ok()?;
        let role = label(ContactRole::CHOICES.name, it["role"].as_str()?);
        Some((who, names.get(&who).cloned().unwrap_or_else(|| t("someone")), role))
    };
    let all: Vec<(Id, String, String)> =
        list(entry, Resident::CONTACTS).filter_map(known).collect();
    if all.is_empty() {
        return None;
    }
    let line = tn("resident-contacts", i64::try_from(all.len()).unwrap_or(i64::MAX));
    let open = RwSignal::new(all.len() <= FEW);
    let rows = move || {
        let row = |(id, name, role): &(Id, String, String)| contact(*id, name, role);
        view! { <ul class="contacts">{all.iter().map(row).collect_view()}</ul> }.into_any()
    };
    Some(disclosure("contacts", open, Icon::Phone, words(move || line.clone()), rows))
}

fn contact(id: Id, name: &str, role: &str) -> AnyView {
    let partner = live(move || Get { id });
    let called = name.to_owned();
    let call = move || {
        let phone = partner.with(|it| match it {
            Some(Ok(page)) => page.entries.first().map(|it| text(it, Resident::PHONE).to_owned()),
            _ => None,
        });
        let name = tv("call-name", &[("name", &called)]);
        phone.filter(|it| !it.is_empty()).map(|it| {
            view! { <a class="round tinted" href=tel(&it) aria-label=name>{icon(Icon::Phone)}</a> }.into_any()
        })
    };
    view! {
        <li class="card">
            <a class="fill" href=link::to(Partner::KIND, id)>
                <span class="body">
                    <b lang="nb">{name.to_owned()}</b>
                    <span class="sub">{role.to_owned()}</span>
                </span>
            </a>
            {dynamic(call)}
        </li>
    }
    .into_any()
}
