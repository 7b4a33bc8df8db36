//! *Teamet*: who works here, how to reach them, and who has left.

use domain::calls::List;
use domain::entry::Entry;
use domain::views::Page;
use domain::{Member, Record};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::link;
use crate::app::query::{live, shown};
use crate::kit::avatar::avatar;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::{action, rest_of};
use crate::kit::text::t;
use crate::record::called::called;
use crate::record::history::values::hours;
use crate::record::row::joined;
use crate::record::values::texts;

/// The page.
pub fn team_page() -> AnyView {
    let members = live(|| List { kind: Member::KIND.to_owned(), limit: 500, skip: 0 });
    view! {
        <Head title=t("team-title") line=t("team-line") back=true />
        {shown(members, |it| team(&it))}
    }
    .into_any()
}

fn team(page: &Page) -> AnyView {
    let mut members: Vec<_> = page.entries.iter().collect();
    format::by_name(&mut members, |it| called(it));
    let (left, here): (Vec<_>, Vec<_>) = members.into_iter().partition(|it| has_left(it));
    let former = (!left.is_empty()).then(|| {
        view! { <h2>{t("team-left")}</h2> {rows(&left)} }
    });
    view! {
        <div class="tools">{action(link::new(Member::KIND), Icon::Plus, t("team-new"))}</div>
        {rows(&here)}
        {former}
        {rest_of(page)}
    }
    .into_any()
}

fn has_left(member: &Entry) -> bool {
    member.read::<Member>().has_left(format::today())
}

fn rows(members: &[&Entry]) -> AnyView {
    let rows = members.iter().map(|it| {
        let name = called(it);
        view! {
            <li class="row">
                <a class="fill" href=link::to(Member::KIND, it.id)>
                    {avatar(&name)}
                    <span class="body">
                        <b>{name.clone()}</b>
                        <span class="sub">{line(it)}</span>
                    </span>
                    {icon(Icon::Forward)}
                </a>
            </li>
        }
    });
    view! { <ul class="card rows">{rows.collect_view()}</ul> }.into_any()
}

/// `Ukrainsk, norsk · man.–fre. 8–15.30`.
fn line(member: &Entry) -> String {
    let languages = texts(member, Member::LANGUAGES).map(format::language);
    let hours = member.fields.get(Member::HOURS).map(hours).unwrap_or_default();
    joined(" · ", [joined(", ", languages), hours].into_iter())
}
