//! The actions on a case: one tap each, with an undo.

use domain::Body;
use domain::entry::Entry;
use leptos::prelude::*;

use crate::app::link;
use crate::app::session::app;
use crate::kit::button::link_button;
use crate::kit::erased::press;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::tv;
use crate::record::form::only;
use crate::record::pin::pin;
use crate::record::row::label_of;
use crate::record::{actions, problems};

/// The id of the element around the buttons. It takes focus when one of them is removed.
pub const ACTIONS: &str = "case-actions";

/// How prominent a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The most likely next action.
    First,
    /// Another action.
    Other,
    /// A rare action.
    Seldom,
}

impl Weight {
    const fn variant(self) -> &'static str {
        match self {
            Self::First => "primary",
            Self::Other => "secondary",
            Self::Seldom => "tertiary",
        }
    }
}

/// A button with an action.
pub fn action(weight: Weight, sign: Icon, words: String, act: impl Fn() + 'static) -> AnyView {
    let act = press(move || {
        problems::focus(ACTIONS);
        act();
    });
    view! {
        <button type="button" class="ds-button" data-variant=weight.variant() on:click=act>
            {icon(sign)}
            {words}
        </button>
    }
    .into_any()
}

/// A button that sets fields of a record, and then shows the note `said`.
pub fn sets(
    entry: &Entry,
    weight: Weight,
    sign: Icon,
    words: String,
    fields: Body,
    said: String,
) -> AnyView {
    let (app, id) = (app(), entry.id);
    action(weight, sign, words, move || actions::set(app, id, fields.clone(), said.clone()))
}

/// A button that sets the state of a record.
pub fn to_status(
    entry: &Entry,
    weight: Weight,
    sign: Icon,
    words: String,
    status: &str,
) -> AnyView {
    let said = tv("case-set", &[("status", &label_of(&entry.kind, status))]);
    let field = domain::kind(&entry.kind).and_then(|it| it.life).map_or("", |it| it.field);
    sets(entry, weight, sign, words, only(field, status), said)
}

/// The links of any case: to the form and to the history.
pub fn ways(entry: &Entry) -> AnyView {
    view! {
        {link_button(link::form(&entry.kind, entry.id), Icon::Edit, "edit")}
        {link_button(link::history(entry.id), Icon::History, "case-history")}
        {domain::kind(&entry.kind).and_then(|it| pin(it, entry.id))}
    }
    .into_any()
}
