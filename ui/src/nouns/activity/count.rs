//! The number who came, shown large, and counted by taps where no names are taken.

use domain::calls::CountOn;
use domain::entry::Entry;
use domain::views::Saved;
use domain::{Activity, Fault, Id};
use leptos::prelude::*;

use crate::app::api;
use crate::app::session::{App, app};
use crate::kit::erased::{dynamic, effect, press, task, typed, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tn};
use crate::record::actions;
use crate::record::form::only;

/// The largest number that can be kept.
const MOST: i64 = 10_000;

/// The number of people without names. A new number is shown before the core has answered.
#[derive(Debug, Clone, Copy)]
pub struct Headcount {
    activity: Id,
    stored: Memo<i64>,
    wanted: RwSignal<Option<i64>>,
    saving: StoredValue<u32>,
}

impl Headcount {
    /// The number of an activity.
    pub fn of(entry: Memo<Entry>) -> Self {
        let number =
            |it: &Entry| it.fields.get(Activity::HEADCOUNT).and_then(serde_json::Value::as_i64);
        let stored = Memo::new(move |_| entry.with(number).unwrap_or_default());
        let activity = entry.with_untracked(|it| it.id);
        let (wanted, saving) = (RwSignal::new(None), StoredValue::new(0));
        effect(move || {
            stored.track();
            if saving.get_value() == 0 {
                wanted.set(None);
            }
        });
        Self { activity, stored, wanted, saving }
    }

    /// The number.
    pub fn get(self) -> i64 {
        self.wanted.get().unwrap_or_else(|| self.stored.get())
    }

    /// Adds `by`, which may be negative, to the number. The steps of several phones add up.
    pub fn add(self, app: App, by: i64) {
        let step = async move { api::call(CountOn { activity: self.activity, by }).await };
        self.show(app, self.get() + by, step);
    }

    /// Replaces the number.
    pub fn put(self, app: App, number: i64) {
        let number = number.clamp(0, MOST);
        let saved =
            async move { actions::change(self.activity, only(Activity::HEADCOUNT, number)).await };
        self.show(app, number, saved);
    }

    /// Shows a number at once while it is saved, and the old one again if saving fails.
    fn show(
        self,
        app: App,
        number: i64,
        saved: impl Future<Output = Result<Saved, Fault>> + 'static,
    ) {
        self.wanted.set(Some(number.clamp(0, MOST)));
        self.saving.update_value(|it| *it += 1);
        task(async move {
            let outcome = saved.await;
            // The user may have left the page meanwhile.
            let _ = self.saving.try_update_value(|it| *it -= 1);
            if let Err(fault) = outcome {
                let _ = self.wanted.try_set(None);
                app.fail(&fault);
            }
        });
    }
}

/// `4 kom · 2 påmeldt · 1 kom ikke`, the 4 with those without names; before the day `2 påmeldt`.
pub fn counts(
    counts: impl Fn() -> [i64; 3] + Send + Sync + 'static,
    nameless: Headcount,
    ahead: Memo<bool>,
) -> AnyView {
    let line = move || {
        let [signed_up, came, stayed_away] = counts();
        if ahead.get() && came + nameless.get() == 0 {
            return view! { <b>{tn("roll-signed-up", signed_up)}</b> }.into_any();
        }
        let some = |id, n| (n > 0).then(|| tn(id, n));
        let rest = [some("roll-signed-up", signed_up), some("roll-stayed-away", stayed_away)];
        let parts: Vec<_> =
            std::iter::once(t("roll-came")).chain(rest.into_iter().flatten()).collect();
        view! { <b>{came + nameless.get()}</b> " " {parts.join(" · ")} }.into_any()
    };
    view! { <p class="counts" role="status" aria-atomic="true">{dynamic(line)}</p> }.into_any()
}

/// The number of people without names, with a button to take one off; nothing while it is 0.
pub fn nameless(count: Headcount) -> AnyView {
    let any = Memo::new(move |_| count.get() > 0);
    let draw = move || {
        let app = app();
        any.get().then(|| {
            view! {
                <p class="nameless">
                    <span>{words(move || tn("roll-nameless", count.get()))}</span>
                    <button
                        type="button"
                        class="ds-button"
                        data-variant="tertiary"
                        on:click=press(move || count.add(app, -1))
                    >
                        {t("roll-one-less")}
                    </button>
                </p>
            }
        })
    };
    dynamic(draw)
}

/// The number alone, to tap and to type. It includes the `named`, who were ticked.
pub fn counter(
    count: Headcount,
    named: impl Fn() -> i64 + Copy + Send + Sync + 'static,
) -> AnyView {
    let app = app();
    let put = move |typed: String| match typed.trim() {
        "" => count.put(app, 0),
        digits => digits.parse::<i64>().into_iter().for_each(|it| count.put(app, it - named())),
    };
    let some = move || Some(named()).filter(|it| *it > 0);
    let told = move || some().map(|it| view! { <p class="nameless">{tn("roll-named", it)}</p> });
    view! {
        <div class="card counter">
            <button type="button" aria-label=t("roll-one-less") on:click=press(move || count.add(app, -1))>"−"</button>
            <label>
                <input
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    prop:value=words(move || (named() + count.get()).to_string())
                    on:change=typed(put)
                />
                <span>{t("roll-came")}</span>
            </label>
            <button type="button" aria-label=t("roll-one-more") on:click=press(move || count.add(app, 1))>
                {icon(Icon::Plus)}
            </button>
        </div>
        {dynamic(told)}
    }
    .into_any()
}
