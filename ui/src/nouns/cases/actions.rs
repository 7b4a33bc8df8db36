//! What one does with a matter: one tap each, with an undo.

use domain::entry::Entry;
use domain::{Body, Referral};
use leptos::prelude::*;

use crate::app::link;
use crate::app::session::app;
use crate::kit::button::link_button;
use crate::kit::erased::press;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, tv};
use crate::record::form::only;
use crate::record::{actions, problems};

/// The id of the element around the buttons. It takes focus when one of them has gone.
pub const ACTIONS: &str = "case-actions";

/// How much a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// What is most likely wanted next.
    First,
    /// What may be wanted as well.
    Other,
    /// What is seldom wanted.
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

/// A button that does something.
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

/// A button that sets fields of a record, and then says `said`.
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

/// A button that takes a record to another status.
pub fn to_status(
    entry: &Entry,
    weight: Weight,
    sign: Icon,
    words: String,
    status: &str,
) -> AnyView {
    let name = label(&format!("{}-status", entry.kind), status);
    sets(
        entry,
        weight,
        sign,
        words,
        only(Referral::STATUS, status),
        tv("case-set", &[("status", &name)]),
    )
}

/// The ways on from any matter: to the form, and to who changed what.
pub fn ways(entry: &Entry) -> AnyView {
    view! {
        {link_button(link::form(&entry.kind, entry.id), Icon::Edit, "edit")}
        {link_button(link::history(entry.id), Icon::History, "case-history")}
    }
    .into_any()
}
