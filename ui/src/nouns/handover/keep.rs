//! «Behold hos leder»: a lead keeps matters that nobody takes, says why, and looks at them again.

use std::collections::BTreeSet;

use chrono::Days;
use domain::calls::KeepMatters;
use domain::{HandoverItem, Id, Record};
use leptos::prelude::*;

use crate::app::api;
use crate::kit::date_field::{self, What};
use crate::kit::dialog::{Dialog, when_opened};
use crate::kit::erased::{press, typed, words};
use crate::kit::format;
use crate::kit::states::number;
use crate::kit::text::{label, t, tn};
use crate::nouns::handover::filter::Choice;
use crate::nouns::handover::groups::LIST;
use crate::record::attempt::Attempt;
use crate::record::problems;

/// After so many days the lead looks at them again, unless another day is set.
const REVIEW: u64 = 14;

/// The dialog.
pub fn keep_dialog(handover: Id, choice: Choice, open: RwSignal<bool>) -> AnyView {
    view! {
        <Dialog open title=t("handover-keep")>
            {when_opened(open, move || questions(handover, choice, open))}
        </Dialog>
    }
    .into_any()
}

fn questions(handover: Id, choice: Choice, open: RwSignal<bool>) -> AnyView {
    let attempt = Attempt::new(open);
    let reason = RwSignal::new(String::new());
    let review = RwSignal::new((format::today() + Days::new(REVIEW)).to_string());
    let lacks = move || {
        let unsaid = reason.with(|it| it.trim().is_empty());
        attempt.busy.get() || unsaid || review.with(|it| it.parse::<chrono::NaiveDate>().is_err())
    };
    let day = date_field::Field {
        what: What::Day,
        id: "keep-review".to_owned(),
        label: None,
        described: String::new(),
        wrong: Signal::derive(move || review.with(|it| it.parse::<chrono::NaiveDate>().is_err())),
        value: review.into(),
    };
    let day = date_field::field(day, move |typed, _| {
        review.set(What::Day.read(&typed).unwrap_or(typed));
    });
    let many = move || tn("handover-keep-many", number(choice.chosen.with(BTreeSet::len) as u64));
    view! {
        <div class="stack sheet">
            <div class="ds-field">
                <label class="ds-label" for="keep-reason">{t("handover-keep-why")}</label>
                <textarea autocomplete="off" class="ds-input" id="keep-reason" rows="3" prop:value=reason on:input=typed(move |it| reason.set(it))></textarea>
            </div>
            <div class="ds-field">
                <label class="ds-label" for="keep-review">{label(HandoverItem::KIND, HandoverItem::REVIEW)}</label>
                {day}
            </div>
            {attempt.trouble()}
            <button type="button" class="ds-button wide" prop:disabled=lacks on:click=press(move || keep(handover, choice, (reason, review), attempt))>
                {words(many)}
            </button>
        </div>
    }
    .into_any()
}

fn keep(
    handover: Id,
    choice: Choice,
    (reason, review): (RwSignal<String>, RwSignal<String>),
    attempt: Attempt,
) {
    let Ok(review) = review.get_untracked().parse() else { return };
    let matters: Vec<Id> = choice.chosen.get_untracked().into_iter().collect();
    let reason = reason.get_untracked();
    attempt.make(t("handover-is-kept"), async move {
        let group = api::call(KeepMatters { handover, matters, reason, review }).await?;
        choice.chosen.update(BTreeSet::clear);
        problems::focus(LIST);
        Ok(group)
    });
}
