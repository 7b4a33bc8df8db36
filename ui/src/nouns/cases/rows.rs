//! Cases as rows of a list.

use domain::life::Standing;
use domain::views::Case;
use domain::{Field, Id, Type};
use leptos::prelude::*;

use crate::app::link;
use crate::app::session::App;
use crate::kit::erased::press;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, people, t, tv};
use crate::record::actions;
use crate::record::case::due::{due_of_case, standing};
use crate::record::form::only;
use crate::record::row::{self as record_row, boxed, joined, kind_name, pressing, sign_of};

/// The rows, with the `chosen` case marked.
pub fn rows(app: App, cases: &[&Case], chosen: Option<Id>) -> AnyView {
    let rows = cases.iter().map(|it| row(app, it, chosen == Some(it.id)));
    view! { <ul class="card rows">{rows.collect_view()}</ul> }.into_any()
}

fn row(app: App, case: &Case, chosen: bool) -> AnyView {
    let (title, said) = title(case);
    let ticks = ticks(case);
    let sign = ticks.is_none().then(|| {
        let class = format!("kind kind-{}", case.kind);
        view! { <span class=class>{icon(sign_of(&case.kind))}</span> }
    });
    let due = due_of_case(case);
    view! {
        <li class="row" class:chosen=chosen>
            {ticks.map(|field| tick(app, case, field))}
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

/// The title of a case, and its author's words if those are not the title.
fn title(case: &Case) -> (String, String) {
    let Some(kind) = domain::kind(&case.kind) else { return (case.title.clone(), String::new()) };
    let own = kind.name_field().map(|it| it.name);
    let fields = kind.card.title.iter().zip(&case.parts).filter(|it| Some(*it.0) != own);
    let named = joined(" – ", fields.map(|(field, value)| said(kind.field(field), value)));
    if named.is_empty() { (case.title.clone(), named) } else { (named, case.title.clone()) }
}

/// A value in words: its label, or the text.
fn said(field: Option<&Field>, value: &str) -> String {
    match field.map(|it| it.ty) {
        Some(Type::Choice(list)) if !value.is_empty() => label(list.name, value),
        _ => value.to_owned(),
    }
}

/// The residents it concerns, and the member whose it is if its kind says so.
fn circumstances(case: &Case) -> String {
    let owned = is_owned(&case.kind);
    let whose = match owned {
        true if case.mine => t("cases-yours"),
        true => case.whose.clone(),
        false => String::new(),
    };
    joined(" · ", [people(&case.about), whose].into_iter())
}

/// Whether records of a kind belong to a member.
fn is_owned(kind: &str) -> bool {
    domain::kind(kind).and_then(|it| it.life.as_ref()?.owner).is_some()
}

/// Its urgency or its state; for one with a circle its kind, because the circle shows the state.
fn tag(case: &Case) -> AnyView {
    if !case.pressing.is_empty() {
        return boxed(pressing(&case.kind, &case.pressing));
    }
    let ticked = ticks(case).is_some().then(|| ("neutral", kind_name(&case.kind)));
    let said = ticked.or_else(|| record_row::standing(&case.kind, &case.status));
    boxed(said.unwrap_or_else(|| ("neutral", case.status.clone())))
}

/// The field in which a day closes the case by a tick, while it is open.
fn ticks(case: &Case) -> Option<&'static str> {
    let kind = domain::kind(&case.kind)?;
    let field = kind.field(kind.life.as_ref()?.field)?;
    let open = standing(case).is_some_and(Standing::is_case);
    (field.ty == Type::Day && open).then_some(field.name)
}

/// The circle that closes a case today.
fn tick(app: App, case: &Case, field: &'static str) -> AnyView {
    let (id, name) = (case.id, tv("case-tick", &[("what", &case.title)]));
    let done = press(move || {
        let today = format::today().to_string();
        actions::set(app, id, only(field, today), t("case-is-done"));
    });
    view! {
        <button type="button" class="tick" aria-label=name on:click=done>{icon(Icon::Check)}</button>
    }
    .into_any()
}
