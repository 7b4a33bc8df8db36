//! The steps of a referral, each with who took it, and when.

use domain::entry::{Entry, Signed};
use domain::kinds::ReferralStatus;
use domain::views::Revision;
use domain::{Record, Referral};
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::format;
use crate::kit::text::{t, tv, who};
use crate::record::case::due::{due_of, is_late_on};
use crate::record::row;
use crate::record::values::text;

/// The usual steps, in order.
const STEPS: [&str; 5] = [
    ReferralStatus::Draft.name(),
    ReferralStatus::Sent.name(),
    ReferralStatus::Accepted.name(),
    ReferralStatus::Answered.name(),
    ReferralStatus::Done.name(),
];
const DECLINED: &str = ReferralStatus::Declined.name();
const WITHDRAWN: &str = ReferralStatus::Withdrawn.name();
/// The index of the step in which the partner accepts.
const ACCEPTED: usize = 2;
/// The index of the step in which the partner answers.
const ANSWER: usize = 3;

/// The steps, those taken first.
pub fn steps(referral: &Entry, history: &[Revision]) -> AnyView {
    let here = place(text(referral, Referral::STATUS));
    // Many partners answer without accepting first.
    let skipped =
        |at: &usize| *at == ACCEPTED && here > ACCEPTED && set(history, STEPS[*at]).is_none();
    let steps = (0..STEPS.len()).filter(|at| !skipped(at)).map(|at| step(referral, history, at));
    view! { <ol class="steps-taken" aria-label=t("case-steps")>{steps.collect_view()}</ol> }
        .into_any()
}

fn step(referral: &Entry, history: &[Revision], at: usize) -> AnyView {
    let status = text(referral, Referral::STATUS);
    let (here, name) = (place(status), status_at(status, history, at));
    let signed = if at == 0 { history.first().map(|it| &it.signed) } else { set(history, name) };
    // A withdrawn referral may have skipped steps; any other status implies the steps before it.
    let taken = at <= here && (status != WITHDRAWN || at == here || signed.is_some());
    let words = if at == ANSWER && !taken {
        t("case-step-answer")
    } else {
        row::label_of(Referral::KIND, name)
    };
    let line = if taken { signed.map(signature) } else { wanted(referral, at) };
    view! {
        <li class:taken=taken aria-current=(at == here).then_some("step")>
            <b>{words}</b>
            {line}
        </li>
    }
    .into_any()
}

/// The index of the step that a status belongs to.
fn place(status: &str) -> usize {
    match status {
        DECLINED => ANSWER,
        WITHDRAWN => STEPS.len() - 1,
        _ => STEPS.iter().position(|it| *it == status).unwrap_or_default(),
    }
}

/// The status at a step: the answer may have been a refusal, the end a withdrawal.
fn status_at<'a>(status: &'a str, history: &[Revision], at: usize) -> &'a str {
    if place(status) == at {
        return status;
    }
    let refused = set(history, DECLINED).map(|it| it.at);
    if at == ANSWER && refused > set(history, STEPS[ANSWER]).map(|it| it.at) {
        return DECLINED;
    }
    STEPS[at]
}

/// Who last set the record to a status, and when.
fn set<'a>(history: &'a [Revision], status: &str) -> Option<&'a Signed> {
    let sets =
        |it: &&Revision| it.fields.get(Referral::STATUS).and_then(Value::as_str) == Some(status);
    history.iter().rev().find(sets).map(|it| &it.signed)
}

fn signature(signed: &Signed) -> AnyView {
    view! { <span class="sub">{format::recent(signed.at)} " · " {who(&signed.by)}</span> }
        .into_any()
}

/// The day by which an answer is due, at its step.
fn wanted(referral: &Entry, at: usize) -> Option<AnyView> {
    let (due, near) = due_of(referral).filter(|_| at == ANSWER)?;
    if is_late_on(referral, due) {
        return Some(view! { <span class="sub late">{near}</span> }.into_any());
    }
    let day = format::coming(&due.to_string());
    Some(view! { <span class="sub">{tv("case-within", &[("day", &day)])}</span> }.into_any())
}
