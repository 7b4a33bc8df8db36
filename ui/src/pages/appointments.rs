//! *Avtaler*: all that are still to come, by day.

use domain::calls::GetAppointments;
use leptos::prelude::*;

use crate::components::agenda::row;
use crate::components::head::Head;
use crate::components::icon::Icon;
use crate::components::record_list::{STEP, record_list};
use crate::components::states::{action, empty};
use crate::live::live;
use crate::text::{t, tv};
use crate::{format, link};

/// The page.
#[component]
pub fn AppointmentsPage() -> impl IntoView {
    let limit = RwSignal::new(STEP);
    let coming = live(move || GetAppointments { after: format::today(), limit: limit.get() });
    view! {
        <Head title=t("coming-title") back=true />
        {record_list(coming, limit, row, none)}
    }
}

fn none() -> AnyView {
    let new = action(
        link::new("appointment"),
        Icon::Plus,
        tv("form-new", &[("kind", &format::small(&t("appointment")))]),
    );
    empty(Icon::Calendar, t("coming-none"), t("coming-none-what"), new)
}
