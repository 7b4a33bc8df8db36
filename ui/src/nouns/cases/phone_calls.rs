//! The partners to call about an incident, and the calls that were made.

use domain::calls::{self, List, Save};
use domain::entry::Entry;
use domain::kinds::{IncidentStatus, PartnerKind, Reached, Seriousness};
use domain::views::{Page, Saved};
use domain::{Fault, Id, Incident, Partner, Record};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::app::query::{Answer, live, shown};
use crate::app::session::app;
use crate::app::{api, link};
use crate::kit::erased::{dynamic, press, task};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::phone::tel;
use crate::kit::text::{label, t, tv};
use crate::nouns::cases::emergency::{called_numbers, emergency};
use crate::record::form::{Names, only};
use crate::record::row::name;
use crate::record::values::{choice, filled, list, text};

/// The kinds of partner to call after an incident.
const CALLED: [PartnerKind; 3] = [PartnerKind::Landlord, PartnerKind::Police, PartnerKind::Health];
/// The possible outcomes of a call.
const REACHED: &[&str] = Reached::CHOICES.values;

/// The numbers, while the incident is not closed and is acute or not, as `acute` says.
pub fn call_list(id: Id, record: Answer<Page>, acute: bool) -> AnyView {
    let wanted = Memo::new(move |_| record.with(|it| is_wanted(it.as_ref(), acute)));
    dynamic(move || wanted.get().then(|| panel(id, acute)))
}

fn is_wanted(record: Option<&Result<Page, Fault>>, acute: bool) -> bool {
    let Some(Ok(page)) = record else { return false };
    page.entries.iter().any(|it| {
        let open = it.kind == Incident::KIND
            && !it.deleted
            && choice(it, Incident::STATUS) != Some(IncidentStatus::Closed);
        open && (choice(it, Incident::SERIOUSNESS) == Some(Seriousness::Acute)) == acute
    })
}

fn panel(id: Id, acute: bool) -> AnyView {
    let partners = live(|| List { kind: Partner::KIND.to_owned(), limit: 500, skip: 0 });
    let emergency = acute.then(emergency);
    view! {
        <section class="call-list" class:acute=acute>
            <h2>{t(if acute { "case-call-now" } else { "case-call" })}</h2>
            {emergency}
            {acute.then(|| called_numbers(id))}
            {shown(partners, move |it| partner_rows(id, &it))}
        </section>
    }
    .into_any()
}

fn partner_rows(id: Id, partners: &Page) -> AnyView {
    let called = |it: &&Entry| choice(it, Partner::SORT).is_some_and(|it| CALLED.contains(&it));
    let rows: Vec<_> =
        partners.entries.iter().filter(called).map(|it| partner_row(id, it)).collect();
    if rows.is_empty() {
        let add = link::new(Partner::KIND);
        return view! {
            <p class="quiet">{t("case-no-partners")} " " <a href=add>{t("partners-new")}</a></p>
        }
        .into_any();
    }
    view! { <ul class="card rows">{rows}</ul> }.into_any()
}

fn partner_row(id: Id, partner: &Entry) -> AnyView {
    let called = text(partner, Partner::NAME).to_owned();
    let hours = filled(partner, Partner::HOURS).map(str::to_owned);
    let dial = filled(partner, Partner::PHONE).map(|number| {
        let name = format!("{} {number}", tv("call-name", &[("name", &called)]));
        view! {
            <a class="ds-button" data-variant="secondary" href=tel(number) aria-label=name>
                {icon(Icon::Phone)}
                {number.to_owned()}
            </a>
        }
    });
    let add = dial.is_none().then(|| {
        let name = format!("{}: {called}", t("case-no-number"));
        let form = link::form(Partner::KIND, partner.id);
        view! { <a class="ds-button" data-variant="tertiary" href=form aria-label=name>{t("case-no-number")}</a> }
    });
    let outcomes = REACHED.iter().map(|it| outcome(id, partner.id, &called, it));
    view! {
        <li class="called">
            <div class="first">
                <span class="body"><b>{called.clone()}</b> <span class="sub">{hours}</span></span>
                {dial}
                {add}
            </div>
            <div class="chips" role="group" aria-label=tv("case-how-call-went", &[("name", &called)])>
                {outcomes.collect_view()}
            </div>
        </li>
    }
    .into_any()
}

/// The button that records the outcome of a call.
fn outcome(id: Id, partner: Id, called: &str, role: &'static str) -> AnyView {
    let (app, words) = (app(), label(Reached::CHOICES.name, role));
    let said = format!("{called}: {}", format::small(&words));
    let busy = RwSignal::new(false);
    let note = press(move || {
        // A second tap would record a second call.
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let said = said.clone();
        task(async move {
            match add_call(id, partner, role).await {
                Ok(saved) => app.say(said, saved.group),
                Err(fault) => app.fail(&fault),
            }
            let _ = busy.try_set(false);
        });
    });
    view! { <button type="button" class="chip" prop:disabled=busy on:click=note>{words}</button> }
        .into_any()
}

/// Adds a call to those in the record as it is now.
async fn add_call(id: Id, partner: Id, role: &str) -> Result<Saved, Fault> {
    let page = api::call(calls::Get { id }).await?;
    let entry = page.entries.into_iter().next().ok_or(Fault::NotFound)?;
    let call = json!({ "who": partner, "role": role, "at": format::stored(format::now()) });
    let calls: Vec<Value> = list(&entry, Incident::NOTIFIED).cloned().chain([call]).collect();
    let fields = only(Incident::NOTIFIED, calls);
    api::call(Save { entry: Entry { fields, conflicts: Vec::new(), ..entry } }).await
}

/// The calls that were made, the latest first.
pub fn calls_made(incident: &Entry, names: &Names) -> Option<AnyView> {
    let mut calls: Vec<&Value> = list(incident, Incident::NOTIFIED).collect();
    calls.sort_by_key(|it| std::cmp::Reverse(it["at"].as_str()));
    let lines = calls.iter().map(|it| {
        let at = it["at"].as_str().and_then(|it| it.parse().ok()).map(format::recent);
        let word = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        view! {
            <li>
                <b>{name(names, &word("who"))}</b>
                <span>{label(Reached::CHOICES.name, &word("role"))}</span>
                <time>{at}</time>
            </li>
        }
    });
    (!calls.is_empty()).then(|| {
        view! {
            <section>
                <h2>{label(Incident::KIND, Incident::NOTIFIED)}</h2>
                <ul class="calls-made">{lines.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
