//! The residents whom a handover concerns: who has been told, and whose summary is signed.

use domain::Id;
use domain::views::{HandoverPlan, ToTell};
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::Answer;
use crate::kit::avatar::avatar;
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tn, tv};
use crate::nouns::handover::read::of;
use crate::record::row::{boxed, joined};

/// The list, those who are left first.
pub fn residents(handover: Id, plan: Answer<HandoverPlan>) -> AnyView {
    let all = Memo::new(move |_| of(plan, |it| it.residents.clone()).unwrap_or_default());
    let list = move || {
        let mut all = all.get();
        all.sort_by_key(|it| (it.told, it.signed));
        let rows = all.iter().map(|it| row(handover, it));
        view! { <ul class="card rows">{rows.collect_view()}</ul> }
    };
    dynamic(list)
}

fn row(handover: Id, resident: &ToTell) -> AnyView {
    let told = if resident.told {
        ("accent", t("handover-is-told"))
    } else {
        ("warm", t("handover-is-untold"))
    };
    let summary = match (resident.signed, resident.summarised) {
        (true, _) => ("accent", t("handover-is-signed")),
        (false, true) => ("warm", t("handover-is-draft")),
        (false, false) => ("neutral", t("handover-no-summary")),
    };
    let name = [("name", resident.called.as_str())];
    view! {
        <li class="row to-tell">
            {avatar(&resident.called)}
            <span class="body">
                <b>{resident.called.clone()}</b>
                <span class="sub">{line(resident)}</span>
                <span class="tags">{boxed(told)} {boxed(summary)}</span>
            </span>
            <span class="ways">
                <a class="round" href=to("handover-notice", handover, resident.id) aria-label=tv("handover-tell", &name)>
                    {icon(Icon::Message)}
                </a>
                <a class="round" href=to("handover-summary", handover, resident.id) aria-label=tv("handover-summarise", &name)>
                    {icon(Icon::Note)}
                </a>
            </span>
        </li>
    }
    .into_any()
}

/// The key in the query with the resident.
pub const RESIDENT: &str = link::RESIDENT;

/// The address of a page about one resident in a handover.
pub fn to(page: &str, handover: Id, resident: Id) -> String {
    format!("{}?{RESIDENT}={resident}", link::of(page, handover))
}

/// `H0304 · ukrainsk · ikke hjemme 2 ganger`.
pub fn line(resident: &ToTell) -> String {
    let language = resident.languages.first().map(|it| format::language(it)).unwrap_or_default();
    let away = (resident.not_home > 0 && !resident.told)
        .then(|| tn("handover-not-home-times", resident.not_home));
    joined(" · ", [resident.unit.clone(), language].into_iter().chain(away))
}
