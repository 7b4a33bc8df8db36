//! The one thing that has to be written before a matter can go on, asked for where one stands.
//! It is a form over the record, so what was typed is kept as a draft like everywhere else.

use domain::kinds::{IncidentStatus, ReferralStatus};
use domain::{Body, FollowUp, Id, Incident, Record, Referral};
use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::app::session::app;
use crate::kit::erased::{dynamic, effect, press, task};
use crate::kit::text::t;
use crate::record::case::actions::ACTIONS;
use crate::record::conflicts::waits;
use crate::record::form::{Form, Names, Sheet};
use crate::record::once_read::once_read;
use crate::record::text_area::text_area;
use crate::record::{fields, problems};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// What the partner answered to a referral.
    Answer,
    /// How an incident was settled.
    Settled,
    /// How a follow-up went.
    HowItWent,
    /// Another day for a follow-up.
    Due,
}

impl Ask {
    /// The question that a draft was written under.
    pub fn named(sheet: &str) -> Option<Self> {
        let all = [Self::Answer, Self::Settled, Self::HowItWent, Self::Due];
        all.into_iter().find(|it| it.sheet().name == sheet)
    }

    const fn sheet(self) -> Sheet {
        match self {
            Self::Answer => Sheet { name: "reply", fields: &[Referral::ANSWER] },
            Self::Settled => Sheet { name: "closing", fields: &[Incident::CLOSED_HOW] },
            Self::HowItWent => Sheet { name: "went", fields: &[FollowUp::DONE_HOW] },
            Self::Due => Sheet { name: "day-for-it", fields: &[FollowUp::DUE] },
        }
    }

    const fn of(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Answer => (Referral::KIND, Referral::ANSWER, "case-ask-answer"),
            Self::Settled => (Incident::KIND, Incident::CLOSED_HOW, "case-ask-settled"),
            Self::HowItWent => (FollowUp::KIND, FollowUp::DONE_HOW, "case-ask-went"),
            Self::Due => (FollowUp::KIND, FollowUp::DUE, ""),
        }
    }

    /// The status that the answer brings with it.
    const fn status(self) -> Option<&'static str> {
        match self {
            Self::Answer => Some(ReferralStatus::Answered.name()),
            Self::Settled => Some(IncidentStatus::Closed.name()),
            Self::HowItWent | Self::Due => None,
        }
    }
}

/// The question, while there is one.
pub fn case_ask(id: Id, asking: RwSignal<Option<Ask>>) -> AnyView {
    dynamic(move || asking.get().and_then(|it| question(id, it, asking)))
}

fn question(id: Id, ask: Ask, asking: RwSignal<Option<Ask>>) -> Option<AnyView> {
    let (kind, field, words) = ask.of();
    let kind = domain::kind(kind)?;
    let field = kind.field(field)?;
    let nothing = Box::pin(async { (Body::new(), Names::new()) });
    let form = Form::on_sheet(kind, id, nothing, ask.sheet());
    effect(move || {
        if form.ready.get() {
            request_animation_frame(move || problems::focus(&problems::id_of(field.name)));
        }
    });
    let body = move || {
        if words.is_empty() || waits(form, field.name) {
            return fields::field(form, field);
        }
        text(form, field.name, words)
    };
    let save = save(form, ask, asking);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    let send: Box<dyn FnMut(SubmitEvent)> = Box::new(send);
    Some(
        view! {
            <form class="case-ask card padded stack" novalidate on:submit=send>
                {once_read(form, body)}
                <div class="reach">
                    <button type="submit" class="ds-button" prop:disabled=form.saving>{t("form-save")}</button>
                    <button type="button" class="ds-button" data-variant="tertiary" on:click=press(move || asking.set(None))>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        }
        .into_any(),
    )
}

fn text(form: Form, name: &'static str, question: &str) -> AnyView {
    view! {
        <div class="ds-field">
            <label class="ds-label" for=problems::id_of(name)>{t(question)}</label>
            {text_area(form, name, "")}
            {problems::under(form, name)}
        </div>
    }
    .into_any()
}

fn save(form: Form, ask: Ask, asking: RwSignal<Option<Ask>>) -> impl Fn() + 'static {
    let app = app();
    move || {
        if form.saving.get_untracked() {
            return;
        }
        if let Some(status) = ask.status() {
            form.set(Referral::STATUS, status);
        }
        task(async move {
            match form.save().await {
                Ok(saved) => {
                    app.say(t("toast-saved"), saved.group);
                    asking.set(None);
                    // Once the buttons are there again.
                    request_animation_frame(|| problems::focus(ACTIONS));
                }
                Err(domain::Fault::Invalid { .. }) => problems::focus(&problems::id_of(ask.of().1)),
                Err(fault) => app.fail(&fault),
            }
        });
    }
}
