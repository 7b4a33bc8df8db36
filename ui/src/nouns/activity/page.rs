//! *Oppmøte*: one activity and its attendance.

use domain::entry::Entry;
use domain::kinds::{ActivityStatus, AttendanceMode};
use domain::views::Page;
use domain::{Activity, Id, Record, calls};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::navigation;
use crate::app::not_found::not_found;
use crate::app::query::{Answer, live, shown};
use crate::app::session::app;
use crate::kit::arrows::arrows;
use crate::kit::erased::{dynamic, press, typed, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tnv};
use crate::nouns::activity::count::{Headcount, counter, counts, nameless};
use crate::nouns::activity::details::{details, room, told};
use crate::nouns::activity::postpone::{CancelDialog, PostponeDialog};
use crate::nouns::activity::roll::{Roll, roll_rows};
use crate::nouns::activity::words::{day, when_and_week};
use crate::record::deleted::deleted;
use crate::record::draft_note::draft_note;
use crate::record::form::only;
use crate::record::row::tag;
use crate::record::values::{choice, text};
use crate::record::{actions, conflicts};

/// The status that an activity in the future is taken to.
const CONFIRMED: &str = ActivityStatus::Confirmed.name();

/// The page.
pub fn activity_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    let entry = Memo::new(move |_| first(record));
    // Drawn once, so that the user keeps their place in the list when something else changes.
    let known = Memo::new(move |_| entry.with(|it| !it.kind.is_empty()));
    let body = move || {
        if known.get() {
            return page(record, entry);
        }
        shown(record, |_| not_found())
    };
    dynamic(body)
}

fn first(record: Answer<Page>) -> Entry {
    record.with(|it| match it {
        Some(Ok(page)) => page.entries.first().cloned().unwrap_or_default(),
        _ => Entry::default(),
    })
}

fn page(record: Answer<Page>, entry: Memo<Entry>) -> AnyView {
    let (postpone, cancel) = (RwSignal::new(false), RwSignal::new(false));
    let title = Signal::derive(move || entry.with(|it| text(it, Activity::TITLE).to_owned()));
    let line = Signal::derive(move || entry.with(when_and_week));
    let status = dynamic(move || entry.with(tag));
    let gone = Memo::new(move |_| entry.with(|it| it.deleted));
    let names = Memo::new(move |_| {
        record.with(|it| it.as_ref()?.as_ref().ok().map(|it| it.names.clone())).unwrap_or_default()
    });
    let body = move || {
        if gone.get() {
            return entry.with(|it| {
                view! { {deleted(it)} {names.with(|names| told(it, names))} }.into_any()
            });
        }
        view! { {attendance(entry)} {details(entry, names, cancel)} {bar(entry, postpone)} }
            .into_any()
    };
    view! {
        <Head title line back=true aside=status />
        {conflicts::on_page(entry.with_untracked(|it| it.id), record)}
        {draft_note(entry.with_untracked(|it| it.id), |_| ())}
        {dynamic(body)}
        <PostponeDialog entry open=postpone />
        <CancelDialog entry open=cancel />
    }
    .into_any()
}

/// Attendance: names, or a number where names are not taken.
fn attendance(entry: Memo<Entry>) -> AnyView {
    let count = Headcount::of(entry);
    let ahead = Memo::new(move |_| entry.with(|it| day(it).is_some_and(|it| it > format::today())));
    let roll = Roll::of(entry.with_untracked(|it| it.id), ahead);
    let bare = Memo::new(move |_| {
        entry.with(|it| choice(it, Activity::ATTENDANCE) == Some(AttendanceMode::Headcount))
    });
    let draw = move || {
        if bare.get() {
            counter(count, move || roll.counts()[1])
        } else {
            names(entry, roll, count)
        }
    };
    view! {
        <section class="attendance">
            <h2 class="sr-only">{label(Activity::KIND, Activity::ATTENDANCE)}</h2>
            {dynamic(draw)}
            {mode(entry, bare)}
        </section>
    }
    .into_any()
}

fn names(entry: Memo<Entry>, roll: Roll, count: Headcount) -> AnyView {
    // Before the day, those who signed up take places; from the day on, those who came.
    let taken = move || {
        let [signed_up, came, _] = roll.counts();
        if roll.ahead.get() { signed_up } else { came + count.get() }
    };
    view! {
        {counts(move || roll.counts(), count, roll.ahead)}
        {room(entry, taken)}
        <div class="along" on:keydown=arrows()>
            {find(roll, count)}
            {nameless(count)}
            <p class="quiet count" role="status">{words(move || left_over(roll))}</p>
            {roll_rows(roll)}
        </div>
    }
    .into_any()
}

/// How many of all names the list shows, in words; empty if it shows all.
fn left_over(roll: Roll) -> String {
    let (shown, total) = roll.shown();
    if shown >= total {
        return String::new();
    }
    tnv("roll-shown", i64::try_from(total).unwrap_or(i64::MAX), &[("shown", &shown.to_string())])
}

/// A search field for names, beside the button that counts a person without a name.
fn find(roll: Roll, count: Headcount) -> AnyView {
    let app = app();
    view! {
        <form
            class="find-or-count"
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                roll.tick_only_match(app);
            }
        >
            <span class="find">
                {icon(Icon::Search)}
                <input
                    type="search"
                    class="ds-input"
                    aria-label=t("roll-find")
                    placeholder=t("roll-find")
                    autocomplete="off"
                    prop:value=roll.text
                    on:input=typed(move |it| roll.text.set(it))
                />
            </span>
            <button type="button" class="plus-one" aria-label=t("roll-one-more") on:click=press(move || count.add(app, 1))>
                "+ 1"
            </button>
        </form>
    }
    .into_any()
}

/// The button that switches between names and a number.
fn mode(entry: Memo<Entry>, bare: Memo<bool>) -> AnyView {
    let app = app();
    let draw = move || {
        let mode = if bare.get() { AttendanceMode::Names } else { AttendanceMode::Headcount };
        let words = label(AttendanceMode::CHOICES.name, mode.name());
        let said = words.clone();
        let turn = move || {
            actions::set(
                app,
                entry.with(|it| it.id),
                only(Activity::ATTENDANCE, mode.name()),
                said.clone(),
            );
        };
        view! {
            <button type="button" class="ds-button" data-variant="tertiary" on:click=press(turn)>{words}</button>
        }
    };
    dynamic(draw)
}

/// The buttons at the end; none once the activity is over, or while it is only an idea.
fn bar(entry: Memo<Entry>, postpone: RwSignal<bool>) -> AnyView {
    let stands = Memo::new(move |_| {
        entry.with(|it| {
            let status: Option<ActivityStatus> = choice(it, Activity::STATUS);
            !matches!(
                status,
                Some(ActivityStatus::Done | ActivityStatus::Cancelled | ActivityStatus::Idea)
            )
        })
    });
    let next = Memo::new(move |_| entry.with(next_step));
    let draw = move || {
        stands.get().then(|| {
            view! {
                <div class="savebar">
                    <div class="two">
                        <button type="button" class="ds-button" data-variant="secondary" on:click=press(move || postpone.set(true))>
                            {icon(Icon::Clock)}
                            {t("activity-postpone")}
                        </button>
                        {dynamic(move || next.get().map(|it| finish(entry, it)))}
                    </div>
                </div>
            }
        })
    };
    dynamic(draw)
}

fn finish(entry: Memo<Entry>, (status, words, said): Step) -> AnyView {
    let (app, back) = (app(), navigation::back());
    let set = move || {
        actions::set(app, entry.with(|it| it.id), only(Activity::STATUS, status), t(said));
        if status == ActivityStatus::Done.name() {
            back();
        }
    };
    view! { <button type="button" class="ds-button wide" on:click=press(set)>{t(words)}</button> }
        .into_any()
}

/// A status, the text of its button, and the text of the note when it is set.
type Step = (&'static str, &'static str, &'static str);

/// The next step. An activity in the future isn't over, so it can only be confirmed.
fn next_step(activity: &Entry) -> Option<Step> {
    let to_come = day(activity).is_some_and(|it| it > format::today());
    match text(activity, Activity::STATUS) {
        CONFIRMED if to_come => None,
        _ if to_come => Some((CONFIRMED, "activity-confirm", "activity-confirmed")),
        _ => Some((ActivityStatus::Done.name(), "activity-finish", "activity-finished")),
    }
}
