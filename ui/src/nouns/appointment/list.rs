//! *Avtaler*: earlier appointments without an outcome, and all in the future.

use domain::calls::{GetAppointments, GetUnsettled};
use domain::views::Page;
use domain::{Appointment, Record};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::link;
use crate::app::query::{also, live};
use crate::kit::format;
use crate::kit::icon::Icon;
use crate::kit::states::{action, empty, more_of};
use crate::kit::text::{t, tv};
use crate::record::agenda::row;
use crate::record::list::{STEP, record_list};

/// The page.
#[component]
pub fn AppointmentsPage() -> impl IntoView {
    let limit = RwSignal::new(STEP);
    let coming = live(move || GetAppointments { limit: limit.get() });
    view! {
        <Head title=t("coming-title") back=true />
        {unsettled()}
        {record_list(coming, limit, row, none)}
    }
}

/// The appointments before today without an outcome; nothing if there are none.
fn unsettled() -> AnyView {
    let limit = RwSignal::new(STEP);
    let waiting = live(move || GetUnsettled { limit: limit.get() });
    let some = move |page: Page| {
        let rows = page.entries.iter().map(|it| row(it, &page.names)).collect_view();
        let section = || {
            view! {
                <section>
                    <h2>{t("unsettled-title")} <em>{page.total}</em></h2>
                    <ul class="card rows">{rows}</ul>
                    {more_of(&page, limit, STEP)}
                </section>
                <h2>{t("coming-title")}</h2>
            }
        };
        (page.total > 0).then(section).into_any()
    };
    also(waiting, some)
}

fn none() -> AnyView {
    let new = action(
        link::new(Appointment::KIND),
        Icon::Plus,
        tv("form-new", &[("kind", &format::small(&t("appointment")))]),
    );
    empty(Icon::Calendar, t("coming-none"), t("coming-none-what"), new)
}
