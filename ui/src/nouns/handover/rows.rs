//! Matters as rows, each with a box to tick.

use domain::handing_over::ItemStatus;
use domain::views::{Matter, Why};
use domain::{HandoverItem, Record};
use leptos::prelude::*;

use crate::app::link;
use crate::kit::erased::ticked;
use crate::kit::format;
use crate::kit::icon::icon;
use crate::kit::text::{people, t, tv};
use crate::nouns::handover::filter::{Choice, can_be_placed, status_of};
use crate::record::row::{boxed, joined, kind_name, sign_of, standing};

/// The rows. Matters can be ticked while the handover is `running`.
pub fn rows(matters: &[Matter], running: bool, choice: Choice) -> AnyView {
    let rows = matters.iter().map(|it| row(it, running && can_be_placed(it), choice));
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

fn row(matter: &Matter, can_be_ticked: bool, choice: Choice) -> AnyView {
    let status = status_of(matter);
    let href = if status == ItemStatus::Unplaced {
        link::to(&matter.kind, matter.id)
    } else {
        link::to(HandoverItem::KIND, matter.item)
    };
    let sign = (!can_be_ticked).then(|| {
        let class = format!("kind kind-{}", matter.kind);
        view! { <span class=class>{icon(sign_of(&matter.kind))}</span> }
    });
    view! {
        <li class="row matter">
            {can_be_ticked.then(|| tick(matter, choice))}
            <a class="fill" href=href>
                {sign}
                <span class="body">
                    <b>{matter.title.clone()}</b>
                    <span class="sub clip">{circumstances(matter)}</span>
                    <span class="sub">{whys(matter)}</span>
                </span>
                <span class="standing">
                    {tag(matter, status)}
                    <span class="sub">{matter.due.map(|it| format::coming(&it.to_string()))}</span>
                </span>
            </a>
        </li>
    }
    .into_any()
}

fn tick(matter: &Matter, choice: Choice) -> AnyView {
    let id = matter.id;
    let name = tv("handover-tick", &[("what", &matter.title)]);
    let on = Memo::new(move |_| choice.chosen.with(|it| it.contains(&id)));
    view! {
        <label class="box">
            <input

                class="ds-input"
                type="checkbox"
                aria-label=name
                prop:checked=on
                on:change=ticked(move |_| choice.toggle(&[id]))
            />
        </label>
    }
    .into_any()
}

/// The residents it concerns, its kind, and whose it is.
fn circumstances(matter: &Matter) -> String {
    let declined = (status_of(matter) == ItemStatus::Declined)
        .then(|| tv("handover-said-no", &[("who", &matter.receiver_name)]));
    let parts = [people(&matter.about), kind_name(&matter.kind), matter.whose.clone()];
    joined(" · ", parts.into_iter().chain(declined))
}

/// Why a matter is here, unless it is simply not settled.
fn whys(matter: &Matter) -> String {
    let words = matter.why.iter().filter_map(|it| match it {
        Why::Open | Why::Settled => None,
        Why::Pinned => Some(t("handover-why-pinned")),
        Why::NoContact => Some(t("handover-why-no-contact")),
        Why::Untold => Some(t("handover-why-untold")),
    });
    joined(" · ", words)
}

/// Its state, where the heading of its group does not say it.
fn tag(matter: &Matter, status: ItemStatus) -> AnyView {
    if status == ItemStatus::Unplaced && !matter.conflict && !matter.is_settled() {
        return ().into_any();
    }
    if matter.conflict {
        return boxed(("warm", t("handover-conflict-tag")));
    }
    if matter.is_settled() {
        return boxed(("neutral", t("handover-is-settled")));
    }
    boxed(standing(HandoverItem::KIND, status.name()).unwrap_or_default())
}
