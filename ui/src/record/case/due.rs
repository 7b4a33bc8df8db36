//! The due day of a case, in words.

use chrono::NaiveDate;
use domain::entry::Entry;
use domain::life::{Stage, Standing};
use domain::views::Case;
use leptos::prelude::*;

use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::tn;

/// Who has to act on a case.
pub fn standing(case: &Case) -> Option<Standing> {
    let life = domain::kind(&case.kind)?.life.as_ref()?;
    life.named(&case.status).map(|it| it.standing)
}

/// Whether the due day has passed and still counts.
pub fn is_late(case: &Case) -> bool {
    case.due.is_some_and(|it| passed(standing(case), it))
}

/// `torsdag`, or `2 dager over frist`; none once the day no longer counts.
pub fn due_of_case(case: &Case) -> Option<AnyView> {
    let counts = standing(case).is_none_or(Standing::heeds_day);
    case.due.filter(|_| counts).map(|it| in_words(standing(case), it))
}

/// The due day of a record, if it has one, and in words how near it is.
pub fn due_of(entry: &Entry) -> Option<(NaiveDate, AnyView)> {
    let stage = stage(entry)?;
    let day = stage.due()?.parse().ok()?;
    Some((day, in_words(stage.state().map(|it| it.standing), day)))
}

/// Whether that day has passed and still counts.
pub fn is_late_on(entry: &Entry, due: NaiveDate) -> bool {
    stage(entry).is_some_and(|it| passed(it.state().map(|it| it.standing), due))
}

/// The stage of a record in its life.
pub fn stage(entry: &Entry) -> Option<Stage<'_>> {
    domain::kind(&entry.kind)?.stage(&entry.fields)
}

fn passed(standing: Option<Standing>, due: NaiveDate) -> bool {
    standing.is_none_or(Standing::heeds_day) && due < format::today()
}

fn in_words(standing: Option<Standing>, due: NaiveDate) -> AnyView {
    if !passed(standing, due) {
        return view! { <span>{format::coming(&due.to_string())}</span> }.into_any();
    }
    let days = (format::today() - due).num_days();
    view! { <span class="late">{icon(Icon::Clock)} {tn("case-late", days)}</span> }.into_any()
}
