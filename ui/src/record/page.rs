//! The form over any kind of record, made from its fields alone.

use std::sync::Arc;

use domain::{Id, Kind};
use leptos::prelude::*;

use crate::app::lost::lost;
use crate::app::new_id::new_id;
use crate::app::session::app;
use crate::app::{link, navigation};
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::text::tv;
use crate::nouns::cases::calls::emergency;
use crate::record::defaults;
use crate::record::fields::{self, name_of};
use crate::record::form::Form;
use crate::record::frame::frame;
use crate::record::links::linked;

/// Leads on to a form of its own name, so that a reload comes back to the same one.
pub fn new_record(kind: &str) -> AnyView {
    navigation::lead_on(app(), link::form(kind, new_id()) + &navigation::question());
    ().into_any()
}

/// The page.
pub fn record_form(kind: &str, id: Id) -> AnyView {
    domain::kind(kind).map_or_else(lost, |kind| page(kind, id))
}

fn page(kind: &'static Kind, id: Id) -> AnyView {
    let form = Form::open(kind, id, Box::pin(defaults::of(app(), kind.name)));
    let title = Signal::derive(move || {
        let id = if form.is_new() { "form-new" } else { "form-edit" };
        tv(id, &[("kind", &format::small(&name_of(kind)))])
    });
    let acute = move || (form.text("seriousness") == "acute").then(emergency);
    // A door has no page of its own: who lives there stands under its form.
    let behind = move || (kind.name == "unit" && !form.is_new()).then(|| linked(id));
    let fields =
        move || view! { {dynamic(acute)} {fields::all(form)} {untrack(behind)} }.into_any();
    frame(form, title, Arc::new(fields))
}
