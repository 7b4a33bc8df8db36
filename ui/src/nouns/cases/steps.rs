//! How far a referral has come: each step with who took it, and when.

use domain::entry::{Entry, Signed};
use domain::views::Revision;
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tn, tv, who};
use crate::nouns::cases::due::{due_of, is_late};
use crate::record::values::text;

/// The usual way, in order.
const STEPS: [&str; 5] = ["draft", "sent", "accepted", "answered", "done"];
/// The place of their taking it on in it.
const ACCEPTED: usize = 2;
/// The place of the answer in it.
const ANSWER: usize = 3;

/// The steps, those taken first.
pub fn steps(referral: &Entry, history: &[Revision]) -> AnyView {
    let here = place(text(referral, "status"));
    // Many answer without having said first that they take it on.
    let skipped =
        |at: &usize| *at == ACCEPTED && here > ACCEPTED && set(history, STEPS[*at]).is_none();
    let steps = (0..STEPS.len()).filter(|at| !skipped(at)).map(|at| step(referral, history, at));
    view! { <ol class="steps-taken" aria-label=t("case-steps")>{steps.collect_view()}</ol> }
        .into_any()
}

fn step(referral: &Entry, history: &[Revision], at: usize) -> AnyView {
    let status = text(referral, "status");
    let (here, name) = (place(status), status_at(status, history, at));
    let signed = if at == 0 { history.first().map(|it| &it.signed) } else { set(history, name) };
    // One that was taken back may have skipped steps; on the way to any other they were implied.
    let taken = at <= here && (status != "withdrawn" || at == here || signed.is_some());
    let words =
        if at == ANSWER && !taken { t("case-step-answer") } else { label("referral-status", name) };
    let line = if taken { signed.map(signature) } else { wanted(referral, at) };
    view! {
        <li class:taken=taken aria-current=(at == here).then_some("step")>
            <b>{words}</b>
            {line}
        </li>
    }
    .into_any()
}

/// Where in the row of steps a status stands.
fn place(status: &str) -> usize {
    match status {
        "declined" => ANSWER,
        "withdrawn" => STEPS.len() - 1,
        _ => STEPS.iter().position(|it| *it == status).unwrap_or_default(),
    }
}

/// The status that a place stands for: an answer may have been a refusal, the end a withdrawal.
fn status_at<'a>(status: &'a str, history: &[Revision], at: usize) -> &'a str {
    if place(status) == at {
        return status;
    }
    let refused = set(history, "declined").map(|it| it.at);
    if at == ANSWER && refused > set(history, "answered").map(|it| it.at) {
        return "declined";
    }
    STEPS[at]
}

/// Who set the record to a status last.
fn set<'a>(history: &'a [Revision], status: &str) -> Option<&'a Signed> {
    let sets = |it: &&Revision| it.fields.get("status").and_then(Value::as_str) == Some(status);
    history.iter().rev().find(sets).map(|it| &it.signed)
}

fn signature(signed: &Signed) -> AnyView {
    view! { <span class="sub">{format::recent(signed.at)} " · " {who(&signed.by)}</span> }
        .into_any()
}

/// Until when an answer is wanted, at its step.
fn wanted(referral: &Entry, at: usize) -> Option<AnyView> {
    let due = due_of(referral).filter(|_| at == ANSWER)?;
    let day = format::coming(&due.to_string());
    if is_late(text(referral, "status"), Some(due)) {
        let days = (format::today() - due).num_days();
        let words = tn("case-late", days);
        return Some(
            view! { <span class="sub late">{icon(Icon::Clock)} {words}</span> }.into_any(),
        );
    }
    Some(view! { <span class="sub">{tv("case-within", &[("day", &day)])}</span> }.into_any())
}
