//! The question that must be answered before a case can go on, on the case's page. It is a form
//! over the record, so a draft keeps the answer like everywhere else.

use domain::{Body, Id};
use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::app::session::app;
use crate::kit::erased::{dynamic, effect, press, task};
use crate::kit::format;
use crate::kit::text::t;
use crate::record::case::actions::ACTIONS;
use crate::record::conflicts::waits;
use crate::record::form::{Form, Names, Sheet};
use crate::record::once_read::once_read;
use crate::record::text_area::text_area;
use crate::record::{fields, problems};

/// A question on the page of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// The button's text. It also names the question's drafts and its sheet in addresses.
    pub name: &'static str,
    /// The kind of the record.
    pub kind: &'static str,
    /// The fields that hold the answer, the first of which the question is about.
    pub fields: &'static [&'static str],
    /// The name of the question's text; empty if the field's own label asks.
    pub words: &'static str,
    /// The state that the answer sets.
    pub state: Option<&'static str>,
    /// The field in which the answer sets today's day.
    pub day: Option<&'static str>,
    /// The field in which the answer sets the moment.
    pub now: Option<&'static str>,
}

impl Ask {
    /// The question among `all` to which a draft belongs.
    pub fn named(name: &str, all: &[Self]) -> Option<Self> {
        all.iter().copied().find(|it| it.name == name)
    }

    const fn sheet(self) -> Sheet {
        Sheet { name: self.name, fields: self.fields }
    }

    /// Sets the state and the day that come with the answer.
    fn complete(self, form: Form) {
        let state = form.kind.life.as_ref().zip(self.state);
        if let Some((life, state)) = state {
            form.set(life.field, state);
        }
        if let Some(day) = self.day {
            form.set(day, format::today().to_string());
        }
        if let Some(now) = self.now {
            form.set(now, format::stored(format::now()));
        }
    }
}

/// The question, while one is open.
pub fn case_ask(id: Id, asking: RwSignal<Option<Ask>>) -> AnyView {
    dynamic(move || asking.get().and_then(|it| question(id, it, asking)))
}

fn question(id: Id, ask: Ask, asking: RwSignal<Option<Ask>>) -> Option<AnyView> {
    let kind = domain::kind(ask.kind)?;
    let mut all = ask.fields.iter().filter_map(|it| kind.field(it));
    let field = all.next()?;
    let others: Vec<_> = all.collect();
    let nothing = Box::pin(async { (Body::new(), Names::new()) });
    let form = Form::on_sheet(kind, id, nothing, ask.sheet());
    effect(move || {
        if form.ready.get() {
            request_animation_frame(move || problems::focus(&problems::id_of(field.name)));
        }
    });
    let body = move || {
        let own = ask.words.is_empty() || waits(form, field.name);
        let first =
            if own { fields::field(form, field) } else { text(form, field.name, ask.words) };
        let others: Vec<_> = others.iter().map(|it| fields::field(form, it)).collect();
        view! { {first} {others} }.into_any()
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
        ask.complete(form);
        task(async move {
            match form.save().await {
                Ok(saved) => {
                    app.say(t("toast-saved"), saved.group);
                    asking.set(None);
                    // Once the buttons are there again.
                    request_animation_frame(|| problems::focus(ACTIONS));
                }
                Err(domain::Fault::Invalid { .. }) => {
                    let wrong =
                        form.issues.with_untracked(|it| it.first().map(|it| it.field.clone()));
                    problems::focus(&problems::id_of(&wrong.unwrap_or_default()));
                }
                Err(fault) => app.fail(&fault),
            }
        });
    }
}
