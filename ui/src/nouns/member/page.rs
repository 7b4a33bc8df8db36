//! One member: how to reach them, what waits on them, and the code for another device of theirs.

use domain::calls::{self, GetTheirs};
use domain::entry::Entry;
use domain::views::{Case, Page};
use domain::{Id, Member, Record};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::head::Head;
use crate::app::invitation::code_for;
use crate::app::link;
use crate::app::not_found::not_found;
use crate::app::query::{Answer, also, live, shown};
use crate::app::session::app;
use crate::kit::erased::dynamic;
use crate::kit::icon::{Icon, icon};
use crate::kit::phone::tel;
use crate::kit::text::{label, people, t, tv};
use crate::record::called::called;
use crate::record::case::head::fact;
use crate::record::conflicts;
use crate::record::deleted::deleted;
use crate::record::draft_note::draft_note;
use crate::record::history::values::in_words;
use crate::record::row::sign_of;
use crate::record::values::filled;

/// The fields that are shown as text, in this order.
const TOLD: [&str; 6] =
    [Member::LANGUAGES, Member::HOURS, Member::AWAY, Member::FIRST, Member::LAST, Member::LEAD];

/// The page.
pub fn member_page(id: Id) -> AnyView {
    let member = live(move || calls::Get { id });
    let theirs = live(move || GetTheirs { member: id });
    view! {
        {shown(member, |it| it.entries.first().map_or_else(not_found, head))}
        {conflicts::on_page(id, member)}
        {draft_note(id, |_| ())}
        {also(member, |it| facts(&it))}
        {also(theirs, |it| waiting(&it))}
        {another_device(id, member)}
    }
    .into_any()
}

fn head(member: &Entry) -> AnyView {
    let name = called(member);
    let line = if app().is_me(&member.id.to_string()) { t("member-you") } else { String::new() };
    view! { <Head title=name.clone() line back=true aside=edit(member, &name) /> }.into_any()
}

fn edit(member: &Entry, name: &str) -> AnyView {
    let words = tv("partner-edit", &[("name", name)]);
    let form = link::form(Member::KIND, member.id);
    view! { <a class="round" href=form aria-label=words>{icon(Icon::Edit)}</a> }.into_any()
}

fn facts(page: &Page) -> AnyView {
    let Some(member) = page.entries.first() else { return ().into_any() };
    let kind = domain::kind(Member::KIND);
    let told = TOLD.into_iter().filter_map(|field| {
        let value = member.fields.get(field).filter(|it| **it != Value::Bool(false))?;
        let words = in_words(kind, field, value, &page.names);
        Some(fact(label(Member::KIND, field), words.into_any()))
    });
    let phone = filled(member, Member::PHONE).map(|number| {
        let name = format!("{} {number}", tv("call-name", &[("name", &called(member))]));
        view! {
            <a class="ds-button" data-variant="secondary" href=tel(number) aria-label=name>
                {icon(Icon::Phone)}
                {number.to_owned()}
            </a>
        }
    });
    let told: Vec<_> = told.collect();
    let known = !told.is_empty() || phone.is_some();
    let card = known.then(|| {
        view! {
            <section class="card padded stack">
                <dl class="facts">{told}</dl>
                <div class="reach">{phone}</div>
            </section>
        }
    });
    view! { {deleted(member)} {card} }.into_any()
}

/// What is not settled and is theirs.
fn waiting(cases: &[Case]) -> AnyView {
    let rows: Vec<_> = cases
        .iter()
        .map(|it| {
            view! {
                <li class="row">
                    <a class="fill" href=link::to(&it.kind, it.id)>
                        <span class=format!("kind kind-{}", it.kind)>{icon(sign_of(&it.kind))}</span>
                        <span class="body"><b>{it.title.clone()}</b> <span class="sub">{people(&it.about)}</span></span>
                        {icon(Icon::Forward)}
                    </a>
                </li>
            }
        })
        .collect();
    (!rows.is_empty())
        .then(|| view! { <section><h2>{t("member-waiting")}</h2> <ul class="card rows">{rows}</ul></section> })
        .into_any()
}

/// The code for another device, while the record stands.
fn another_device(id: Id, member: Answer<Page>) -> AnyView {
    let stands = Memo::new(move |_| {
        member.with(|it| {
            let page = it.as_ref().and_then(|it| it.as_ref().ok());
            page.and_then(|it| it.entries.first()).is_some_and(|it| !it.deleted)
        })
    });
    let section = move || {
        stands.get().then(|| {
            view! {
                <section class="card padded stack">
                    <h2>{t("member-device")}</h2>
                    <p>{t("member-device-what")}</p>
                    {code_for(Some(id))}
                </section>
            }
        })
    };
    dynamic(section)
}
