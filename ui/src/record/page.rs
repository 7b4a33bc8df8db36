//! The form of any kind of record, made from its fields alone.

use std::sync::Arc;

use domain::{Id, Kind};
use leptos::prelude::*;

use crate::app::new_id::new_id;
use crate::app::not_found::not_found;
use crate::app::session::app;
use crate::app::{link, navigation};
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::text::tv;
use crate::record::defaults;
use crate::record::fields::{self, name_of};
use crate::record::form::Form;
use crate::record::frame::frame;

/// The parts that a noun adds around the form of its kind.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    /// Above the fields. Drawn again when a value of the form that it reads changes.
    pub above: fn(Form) -> Option<AnyView>,
    /// Below them, drawn once.
    pub below: fn(Form) -> Option<AnyView>,
}

impl Around {
    /// No parts.
    pub const NOTHING: Self = Self { above: |_| None, below: |_| None };
}

/// Leads on to the form of a new id, so that a reload comes back to the same form.
pub fn new_record(kind: &str) -> AnyView {
    navigation::lead_on(app(), link::form(kind, new_id()) + &navigation::question());
    ().into_any()
}

/// The page.
pub fn record_form(kind: &str, id: Id, around: Around) -> AnyView {
    domain::kind(kind).map_or_else(not_found, |kind| page(kind, id, around))
}

fn page(kind: &'static Kind, id: Id, around: Around) -> AnyView {
    let form = Form::open(kind, id, Box::pin(defaults::of(app(), kind.name)));
    let title = Signal::derive(move || {
        let id = if form.is_new() { "form-new" } else { "form-edit" };
        tv(id, &[("kind", &format::small(&name_of(kind)))])
    });
    let Around { above, below } = around;
    let above = move || dynamic(move || above(form));
    let below = move || untrack(|| below(form));
    let fields = move || view! { {above()} {fields::all(form)} {below()} }.into_any();
    frame(form, title, Arc::new(fields))
}
