//! *Hvem svarer*: who answers for each topic at this site, and where questions about it go.

use domain::calls::{List, OwnTopic, Suggest};
use domain::choice::{Owner, Topic};
use domain::views::{Page, TopicAnswers};
use domain::{Partner, Record};
use leptos::prelude::*;

use crate::app::api;
use crate::app::head::Head;
use crate::app::query::{Answer, live, shown};
use crate::app::router::{Args, Route, Rows};
use crate::app::session::{App, app};
use crate::kit::erased::{dynamic, task, typed};
use crate::kit::format::capital;
use crate::kit::icon::Icon;
use crate::kit::text::{label, t, tv};
use crate::record::fields::called;

/// Its page.
pub const PAGES: Rows = &[Route::at("topic-owners", "/mer/tema").entry(Icon::Talk, "more-topics")];

/// Draws the page of that name.
pub fn draw(page: &str, _: &Args) -> Option<AnyView> {
    (page == "topic-owners").then(|| view! { <OwnersPage /> }.into_any())
}

/// The owner for whom no partner is needed, because questions are not passed on.
const US: &str = Owner::Us.name();

/// The page.
#[component]
pub fn OwnersPage() -> impl IntoView {
    let app = app();
    let suggestion = live(|| Suggest {});
    let partners = live(|| List { kind: Partner::KIND.to_owned(), limit: 500, skip: 0 });
    let rows = shown(suggestion, move |it| {
        let row = |topic: &&'static str| {
            let answers = it.owners.get(*topic).cloned().unwrap_or_default();
            row(app, topic, answers, partners)
        };
        let rows = Topic::CHOICES.values.iter().map(row).collect_view();
        view! { <ul class="card rows owners">{rows}</ul> }.into_any()
    });
    view! {
        <Head title=t("owners-title") line=t("owners-line") back=true />
        {rows}
    }
}

fn row(app: App, topic: &'static str, answers: TopicAnswers, partners: Answer<Page>) -> AnyView {
    let name = label(Topic::CHOICES.name, topic);
    let owner = answers.owner.clone();
    let options = Owner::CHOICES.values.iter().map(|it| {
        let chosen = owner == *it;
        view! { <option value=*it selected=chosen>{capital(&label(Owner::CHOICES.name, it))}</option> }
            .into_any()
    });
    // No partner, so that the likeliest one for the new owner is used.
    let choose = typed(move |it: String| save(app, topic, &it, None));
    let who = tv("owners-who", &[("topic", &name)]);
    let options = options.collect_view();
    let passed_on = (answers.owner != US).then(|| passed_on(app, topic, &name, answers, partners));
    view! {
        <li class="row">
            <b>{name}</b>
            <select class="ds-input" aria-label=who on:change=choose>{options}</select>
            {passed_on}
        </li>
    }
    .into_any()
}

/// The partner that questions about the topic go to.
fn passed_on(
    app: App,
    topic: &'static str,
    name: &str,
    answers: TopicAnswers,
    partners: Answer<Page>,
) -> AnyView {
    let chosen = answers.partner;
    let options = move || {
        let Some(Ok(page)) = partners.get() else { return ().into_any() };
        let option = |it: &domain::entry::Entry| {
            let selected = chosen == Some(it.id);
            view! { <option value=it.id.to_string() selected=selected>{called(it)}</option> }
                .into_any()
        };
        page.entries.iter().map(option).collect_view().into_any()
    };
    let owner = answers.owner;
    let choose = typed(move |it: String| save(app, topic, &owner, Some(&it)));
    view! {
        <select
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
    let topic = serde_json::from_value(topic.into());
    let owner = serde_json::from_value(owner.into());
    let no_partner = partner == Some("");
    let partner = partner.and_then(|it| it.parse().ok());
    let (Ok(topic), Ok(owner)) = (topic, owner) else { return };
    task(async move {
        match api::call(OwnTopic { topic, owner, partner, no_partner }).await {
            Ok(saved) => app.say(t("toast-saved"), saved.group),
            Err(fault) => app.fail(&fault),
        }
    });
}
