//! Residents with a name like the one that is being typed, to avoid registering one twice.

use domain::calls::ListResidents;
use domain::views::{ResidentRow, Residents};
use domain::{Record, Resident};
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::{Answer, live};
use crate::kit::erased::dynamic;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::left_out;
use crate::kit::text::t;
use crate::record::form::Form;

/// Letters from which a name is searched for.
const LETTERS: usize = 3;
/// Most residents shown.
const FEW: u32 = 4;

/// The residents with such a name; nothing if there are none.
pub fn alike(form: Form) -> AnyView {
    let name = Memo::new(move |_| form.text(Resident::NAME).trim().to_owned());
    let long_enough = Memo::new(move |_| name.with(|it| it.chars().count() >= LETTERS));
    let text = move || if long_enough.get() { name.get() } else { String::new() };
    let found = [false, true]
        .map(|gone| live(move || ListResidents { text: text(), gone, limit: FEW, skip: 0 }));
    let notice = move || long_enough.get().then(|| notice(found)).flatten();
    view! { <div role="status">{dynamic(notice)}</div> }.into_any()
}

/// Those who live here and those who have moved out, because one who comes back is here already.
fn notice(found: [Answer<Residents>; 2]) -> Option<AnyView> {
    let found: Vec<_> = found.into_iter().filter_map(|it| it.get()?.ok()).collect();
    let all: u64 = found.iter().map(|it| it.total + it.more).sum();
    let rows: Vec<_> = found.into_iter().flat_map(|it| it.rows).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="callout calm">
                {icon(Icon::People)} <div class="stack">
                    <p>{t("resident-alike")}</p>
                    {rows.iter().map(way).collect_view()}
                    {left_out("residents-rest", all.saturating_sub(rows.len() as u64))}
                </div>
            </div>
        }
        .into_any()
    })
}

fn way(to: &ResidentRow) -> AnyView {
    let door = Some(to.unit.clone()).filter(|it| !it.is_empty());
    let words: Vec<_> = [to.name.clone()].into_iter().chain(door).collect();
    let href = link::to(Resident::KIND, to.id);
    view! { <a lang="nb" class="ds-button" data-variant="secondary" href=href>{words.join(" · ")}</a> }
        .into_any()
}
