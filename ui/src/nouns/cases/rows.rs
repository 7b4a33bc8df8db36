//! Matters as rows of a list.

use domain::Id;
use domain::views::Case;
use leptos::prelude::*;

use crate::app::link;
use crate::app::session::App;
use crate::kit::erased::press;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, people, t, tv};
use crate::nouns::cases::due::{due_words, is_settled};
use crate::record::actions;
use crate::record::form::only;
use crate::record::row::{colour, pressing, sign_of};

/// The rows, with the one that is shown beside them marked.
pub fn rows(app: App, cases: &[&Case], chosen: Option<Id>) -> AnyView {
    let rows = cases.iter().map(|it| row(app, it, chosen == Some(it.id)));
    view! { <ul class="card rows">{rows.collect_view()}</ul> }.into_any()
}

fn row(app: App, case: &Case, chosen: bool) -> AnyView {
    let (title, said) = title(case);
    let open_task = case.kind == "follow-up" && case.status != "done";
    let sign = (!open_task).then(|| {
        let class = format!("kind kind-{}", case.kind);
        view! { <span class=class>{icon(sign_of(&case.kind))}</span> }
    });
    let due = case.due.filter(|_| !is_settled(&case.status));
    let due = due.map(|it| due_words(&case.status, it));
    view! {
        <li class="row" class:chosen=chosen>
            {open_task.then(|| tick(app, case))}
            <a class="fill" href=link::to(&case.kind, case.id) aria-current=chosen.then_some("page")>
                {sign}
                <span class="body">
                    <b>{title}</b>
                    <span class="sub clip">{said}</span>
                    <span class="sub">{circumstances(case)}</span>
                </span>
                <span class="standing">{tag(case)} <span class="sub">{due}</span></span>
            </a>
        </li>
    }
    .into_any()
}

/// What it is, and what its author said of it where that is longer than a title.
fn title(case: &Case) -> (String, String) {
    match case.kind.as_str() {
        "referral" => {
            (join(" – ", [label("topic", &case.sort), case.whose.clone()]), case.title.clone())
        }
        "incident" => (label("incident-type", &case.sort), case.title.clone()),
        _ => (case.title.clone(), String::new()),
    }
}

/// Whom it concerns, and whose it is.
fn circumstances(case: &Case) -> String {
    let whose = match case.kind.as_str() {
        "follow-up" if case.mine => t("cases-yours"),
        "follow-up" => case.whose.clone(),
        _ => String::new(),
    };
    join(" · ", [people(&case.about), whose])
}

fn join(between: &str, parts: [String; 2]) -> String {
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(between)
}

fn tag(case: &Case) -> AnyView {
    let (colour, words) = match case.kind.as_str() {
        "follow-up" if case.status == "done" => ("neutral", label("follow-up", "done")),
        "follow-up" => ("neutral", t("follow-up")),
        _ if !case.pressing.is_empty() => pressing(&case.pressing),
        kind => (colour(&case.status), label(&format!("{kind}-status"), &case.status)),
    };
    view! { <span class="ds-tag" data-color=colour>{words}</span> }.into_any()
}

/// The circle that marks a follow-up as done today.
fn tick(app: App, case: &Case) -> AnyView {
    let (id, name) = (case.id, tv("case-tick", &[("what", &case.title)]));
    let done = press(move || {
        let today = format::today().to_string();
        actions::set(app, id, only("done", today), t("case-is-done"));
    });
    view! {
        <button type="button" class="tick" aria-label=name on:click=done>{icon(Icon::Check)}</button>
    }
    .into_any()
}
