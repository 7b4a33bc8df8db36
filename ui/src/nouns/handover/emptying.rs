//! The devices that leave: the archives that a depot has to accept first, how far each device has come, and
//! the button that empties this one.

use domain::calls::{EmptyDevice, GetEmptying, NoteDevice};
use domain::entry::Entry;
use domain::kinds::{Submission, SubmissionStatus};
use domain::views::{DeviceState, Emptying, LeavingDevice};
use domain::{Fault, Id, Record};
use leptos::prelude::*;

use crate::app::api;
use crate::app::link;
use crate::app::query::{live, shown};
use crate::app::session::app;
use crate::kit::dialog::{Dialog, when_opened};
use crate::kit::disclosure::disclosure;
use crate::kit::erased::{press, task, typed, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tv};
use crate::record::attempt::Attempt;
use crate::record::row::{boxed, joined};
use crate::record::values::{filled, text, when};

/// The section of a handover that is closed.
pub fn emptying(handover: Id) -> AnyView {
    let open = RwSignal::new(false);
    let inside = move || {
        let state = live(move || GetEmptying { handover });
        shown(state, move |it| devices(handover, &it))
    };
    disclosure("emptying", open, Icon::Lock, words(|| t("emptying-section")), inside)
}

fn devices(handover: Id, state: &Emptying) -> AnyView {
    let rows = state.devices.iter().map(|it| device(handover, it, state.leads));
    view! {
        {archives(&state.submissions)}
        <h3>{t("emptying-devices")}</h3>
        <ul class="card rows">{rows.collect_view()}</ul>
        {state.leaves.then(|| own(handover, state))}
    }
    .into_any()
}

fn archives(submissions: &[Entry]) -> AnyView {
    let rows = submissions.iter().map(archive).collect_view();
    let list = if submissions.is_empty() {
        view! { <p class="quiet">{t("emptying-no-archive")}</p> }.into_any()
    } else {
        view! { <ul class="card rows">{rows}</ul> }.into_any()
    };
    view! {
        <h3>{t("emptying-archives")}</h3>
        {list}
    }
    .into_any()
}

fn archive(submission: &Entry) -> AnyView {
    let status = text(submission, Submission::STATUS);
    let colour = match status.parse() {
        Ok(SubmissionStatus::Accepted) => "accent",
        Ok(SubmissionStatus::Rejected) => "warm",
        _ => "neutral",
    };
    let made = when(submission).map(|at| tv("emptying-made", &[("when", &format::moment(at))]));
    let depot = filled(submission, Submission::DEPOT).map(str::to_owned);
    let said_by = filled(submission, Submission::SAID_BY).map(str::to_owned);
    let title = depot.unwrap_or_else(|| label(Submission::KIND, Submission::DEPOT));
    view! {
        <li class="row">
            <a class="fill" href=link::form(Submission::KIND, submission.id)>
                <span class="kind">{icon(Icon::File)}</span>
                <span class="body">
                    <b>{title}</b>
                    <span class="sub">{joined(" · ", made.into_iter().chain(said_by))}</span>
                </span>
                {boxed((colour, label(SubmissionStatus::CHOICES.name, status)))}
            </a>
        </li>
    }
    .into_any()
}

fn device(handover: Id, device: &LeavingDevice, leads: bool) -> AnyView {
    let name = if device.own {
        tv("emptying-own", &[("who", &device.whose)])
    } else {
        device.whose.clone()
    };
    let note = leads && !device.own && device.state != DeviceState::Emptied;
    view! {
        <li class="row">
            <span class="fill">
                <span class="kind">{icon(Icon::Mobile)}</span>
                <span class="body">
                    <b>{name}</b>
                    <span class="sub">{stands(device)}</span>
                    <span class="sub">{device.noted.clone()}</span>
                </span>
                {note.then(|| noting(handover, device))}
            </span>
        </li>
    }
    .into_any()
}

/// How far a device has come, and since when.
fn stands(device: &LeavingDevice) -> String {
    let when = device.at.map(format::moment).unwrap_or_default();
    let at = |id| tv(id, &[("when", &when)]);
    let last = || if device.at.is_some() { at("emptying-last") } else { t("emptying-never") };
    let words = match device.state {
        DeviceState::Newer => [t("emptying-newer"), last()],
        DeviceState::Waiting => [t("emptying-waiting"), last()],
        DeviceState::Begun => [at("emptying-begun"), String::new()],
        DeviceState::Noted => [t("emptying-noted"), last()],
        DeviceState::Emptied => [at("emptying-emptied"), String::new()],
    };
    joined(" · ", words.into_iter())
}

/// The button by which a lead notes what became of a device, and its dialog.
fn noting(handover: Id, device: &LeavingDevice) -> AnyView {
    let (open, id, whose) = (RwSignal::new(false), device.id, device.whose.clone());
    let title = tv("emptying-note-for", &[("who", &whose)]);
    view! {
        <button type="button" class="ds-button" data-variant="tertiary" on:click=press(move || open.set(true))>
            {t("emptying-note")}
        </button>
        <Dialog open title>
            {when_opened(open, move || note(handover, id, open))}
        </Dialog>
    }
    .into_any()
}

fn note(handover: Id, device: Id, open: RwSignal<bool>) -> AnyView {
    let (attempt, said) = (Attempt::new(open), RwSignal::new(String::new()));
    let lacks = move || attempt.busy.get() || said.with(|it| it.trim().is_empty());
    let save = press(move || {
        let words = said.get_untracked();
        attempt.make(t("emptying-is-noted"), async move {
            Ok(api::call(NoteDevice { handover, device, words }).await?.group)
        });
    });
    view! {
        <div class="stack sheet">
            <div class="ds-field">
                <label class="ds-label" for="device-note">{t("emptying-note-what")}</label>
                <textarea autocomplete="off" class="ds-input" id="device-note" rows="3" prop:value=said on:input=typed(move |it| said.set(it))></textarea>
            </div>
            {attempt.trouble()}
            <button type="button" class="ds-button wide" prop:disabled=lacks on:click=save>
                {t("emptying-note")}
            </button>
        </div>
    }
    .into_any()
}

/// What keeps this device from being emptied, or the button that empties it.
fn own(handover: Id, state: &Emptying) -> AnyView {
    if let Some(barrier) = state.barrier {
        let why = t(&format!("barrier-{}", barrier.name()));
        return view! { <p class="callout">{icon(Icon::Lock)} <span>{why}</span></p> }.into_any();
    }
    let open = RwSignal::new(false);
    view! {
        <div class="tools">
            <button type="button" class="ds-button" on:click=press(move || open.set(true))>
                {t("emptying-device")}
            </button>
        </div>
        <Dialog open title=t("emptying-sure")>
            {when_opened(open, move || sure(handover))}
        </Dialog>
    }
    .into_any()
}

fn sure(handover: Id) -> AnyView {
    let (app, busy, problem) = (app(), RwSignal::new(false), RwSignal::new(String::new()));
    let empty = press(move || {
        busy.set(true);
        problem.set(String::new());
        task(async move {
            let outcome = match api::call(EmptyDevice { handover }).await {
                // What a first try destroyed is gone; what the page stores may not be.
                Ok(()) | Err(Fault::Emptied) => api::forget().await,
                refused => refused,
            };
            match outcome {
                Ok(()) => app.broken.set(Some(Fault::Emptied)),
                Err(fault) => problem.set(crate::kit::text::fault(&fault)),
            }
            let _ = busy.try_set(false);
        });
    });
    let button = move || if busy.get() { t("emptying-under-way") } else { t("emptying-now") };
    view! {
        <div class="stack sheet">
            <p>{t("emptying-sure-what")}</p>
            <p role="alert">{words(move || problem.get())}</p>
            <button type="button" class="ds-button wide" prop:disabled=busy on:click=empty>
                {words(button)}
            </button>
        </div>
    }
    .into_any()
}
