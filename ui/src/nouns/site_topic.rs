//! *Tema*: what conversations are about at this site, in its words and its order, and who answers.

use domain::calls::{GetTopics, List, OrderTopics, OwnTopic};
use domain::choice::{Owner, Topic};
use domain::entry::Entry;
use domain::kinds::InLanguage;
use domain::views::{Page, SiteTopicRow, TopicAnswers};
use domain::{Partner, Record, SiteTopic};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::query::{Answer, live, shown};
use crate::app::router::{Args, Route, Rows};
use crate::app::session::{App, app};
use crate::app::{api, link, navigation};
use crate::kit::erased::{dynamic, press, task, typed};
use crate::kit::format::capital;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::action;
use crate::kit::text::{label, locale, t, tv, usual_label};
use crate::record::called::called;
use crate::record::form::Form;
use crate::record::page::Around;

/// Its page.
pub const PAGES: Rows = &[Route::at("site-topics", "/mer/tema").entry(Icon::Talk, "more-topics")];

/// Above the form of a topic that every site has: what it is called where the site says nothing.
pub const AROUND: Around = Around { above: usual_name, ..Around::NOTHING };

/// The key in the query with the topic whose form it is.
const TOPIC: &str = "tema";

fn usual_name(_: Form) -> Option<AnyView> {
    let topic = navigation::query(TOPIC)?;
    let name = usual_label(Topic::CHOICES.name, &topic)?;
    Some(view! { <p class="callout">{tv("topics-usual", &[("topic", &name)])}</p> }.into_any())
}

/// Draws the page of that name.
pub fn draw(page: &str, _: &Args) -> Option<AnyView> {
    (page == "site-topics").then(topics_page)
}

/// The owner for whom no partner is needed, because questions are not passed on.
const US: &str = Owner::Us.name();

fn topics_page() -> AnyView {
    let topics = live(|| GetTopics {});
    let partners = live(|| List { kind: Partner::KIND.to_owned(), limit: 500, skip: 0 });
    view! {
        <Head title=t("topics-title") line=t("topics-line") back=true />
        <div class="tools">{action(link::new(SiteTopic::KIND), Icon::Plus, t("topics-new"))}</div>
        {shown(topics, move |it| rows(&it, partners))}
    }
    .into_any()
}

fn rows(topics: &[SiteTopicRow], partners: Answer<Page>) -> AnyView {
    let order: Vec<String> = topics.iter().map(|it| it.named.topic.clone()).collect();
    let rows = topics.iter().enumerate().map(|(at, it)| row(it, at, &order, partners));
    view! { <ul class="card rows owners">{rows.collect_view()}</ul> }.into_any()
}

fn row(row: &SiteTopicRow, at: usize, order: &[String], partners: Answer<Page>) -> AnyView {
    let (app, topic) = (app(), row.named.topic.clone());
    let own = InLanguage::pick(&row.named.name, locale()).to_owned();
    let name = if own.is_empty() { label(Topic::CHOICES.name, &topic) } else { own };
    let hidden =
        row.named.hidden.then(|| view! { <span class="ds-tag">{t("topics-hidden")}</span> });
    let answers =
        (!row.named.hidden).then(|| owner(app, &topic, &name, row.answers.clone(), partners));
    view! {
        <li class="row">
            <b>{name.clone()} {hidden}</b>
            {answers}
            <span class="ways">
                {(at > 0).then(|| up(app, at, order, &name))}
                {edit(row, &name)}
            </span>
        </li>
    }
    .into_any()
}

/// The button that puts a topic before the one above it.
fn up(app: App, at: usize, order: &[String], name: &str) -> AnyView {
    let mut topics = order.to_vec();
    topics.swap(at - 1, at);
    let press = press(move || {
        let topics = topics.clone();
        task(async move {
            match api::call(OrderTopics { topics }).await {
                Ok(group) => app.say(t("toast-saved"), group),
                Err(fault) => app.fail(&fault),
            }
        });
    });
    let words = tv("topics-up", &[("topic", name)]);
    view! { <button type="button" class="round" aria-label=words on:click=press>{icon(Icon::Up)}</button> }
        .into_any()
}

fn edit(row: &SiteTopicRow, name: &str) -> AnyView {
    let form = format!("{}?{TOPIC}={}", link::form(SiteTopic::KIND, row.id), row.named.topic);
    let words = tv("partner-edit", &[("name", name)]);
    view! { <a class="round" href=form aria-label=words>{icon(Icon::Edit)}</a> }.into_any()
}

/// Who answers for a topic, and where questions about it go.
fn owner(
    app: App,
    topic: &str,
    name: &str,
    answers: TopicAnswers,
    partners: Answer<Page>,
) -> AnyView {
    let owner = answers.owner.clone();
    let options = Owner::CHOICES.values.iter().map(|it| {
        let chosen = owner == *it;
        view! { <option value=*it selected=chosen>{capital(&label(Owner::CHOICES.name, it))}</option> }
            .into_any()
    });
    let own = topic.to_owned();
    // No partner, so that the likeliest one for the new owner is used.
    let choose = typed(move |it: String| save(app, &own, &it, None));
    let who = tv("owners-who", &[("topic", name)]);
    let options = options.collect_view();
    let passed_on = (answers.owner != US).then(|| passed_on(app, topic, name, answers, partners));
    view! {
        <select autocomplete="off" class="ds-input" aria-label=who on:change=choose>{options}</select>
        {passed_on}
    }
    .into_any()
}

/// The partner that questions about the topic go to.
fn passed_on(
    app: App,
    topic: &str,
    name: &str,
    answers: TopicAnswers,
    partners: Answer<Page>,
) -> AnyView {
    let chosen = answers.partner;
    let options = move || {
        let Some(Ok(page)) = partners.get() else { return ().into_any() };
        let option = |it: &Entry| {
            let selected = chosen == Some(it.id);
            view! { <option value=it.id.to_string() selected=selected>{called(it)}</option> }
                .into_any()
        };
        page.entries.iter().map(option).collect_view().into_any()
    };
    let (owner, topic) = (answers.owner, topic.to_owned());
    let choose = typed(move |it: String| save(app, &topic, &owner, Some(&it)));
    view! {
        <select
            autocomplete="off"
            class="ds-input"
            aria-label=tv("owners-partner", &[("topic", name)])
            on:change=choose
        >
            <option value="">{t("owners-no-partner")}</option>
            {dynamic(options)}
        </select>
    }
    .into_any()
}

fn save(app: App, topic: &str, owner: &str, partner: Option<&str>) {
    let no_partner = partner == Some("");
    let partner = partner.and_then(|it| it.parse().ok());
    let (topic, Ok(owner)) = (topic.to_owned(), owner.parse()) else { return };
    task(async move {
        match api::call(OwnTopic { topic, owner, partner, no_partner }).await {
            Ok(saved) => app.say(t("toast-saved"), saved.group),
            Err(fault) => app.fail(&fault),
        }
    });
}
