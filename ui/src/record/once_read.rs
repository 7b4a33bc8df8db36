//! A form that shows a placeholder or a fault until its record is read.

use leptos::prelude::*;

use crate::kit::erased::dynamic;
use crate::kit::states::{waiting, wrong};
use crate::record::form::Form;

/// Shows a form once its record is read. Values that `view` reads don't draw it again, because that
/// would take focus and open parts from a user who types.
pub fn once_read(form: Form, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let show = move || match (form.fault.get(), form.ready.get()) {
        (Some(fault), _) => wrong(&fault),
        (None, false) => waiting(),
        (None, true) => untrack(&view),
    };
    dynamic(show)
}
